import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { FILE_LIMIT, uploadPolicyDraft } from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { useRef, useState } from 'react';
import { call } from '../../app/call.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { refresh } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { newKey } from '../../kit/new-key.ts';
import { StateShape } from '../../kit/StateChip.tsx';
import { draftWords } from './draft.words.ts';

/** Hands a file in and goes on to its draft; `again` where one is open already. */
export function UploadPolicy({ again }: { readonly again?: boolean }) {
  const t = useWords();
  const client = useQueryClient();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ readonly text?: string; readonly error?: unknown }>();

  async function take(file: File) {
    if (file.size > FILE_LIMIT) return setWrong({ text: t(draftWords.tooLarge) });
    setWrong(undefined);
    setBusy(true);
    try {
      const idempotencyKey = newKey();
      const { id } = await call(
        uploadPolicyDraft,
        { query: { fileName: file.name.slice(-200) } },
        { file, idempotencyKey },
      );
      void refresh(client, uploadPolicyDraft);
      void router.navigate({ href: paths.policyDraft(id) });
    } catch (error) {
      setWrong({ error });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml,text/yaml,application/yaml"
        aria-label={t(draftWords.fileChoice)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void take(file);
          event.target.value = ''; // the same file, mended, can be chosen again
        }}
      />
      <Button look={again ? 'plain' : 'primary'} busy={busy} onClick={() => input.current?.click()}>
        {t(again ? draftWords.replace : draftWords.upload)}
      </Button>
      {wrong?.text !== undefined && (
        <p className="mistake" role="alert">
          <StateShape state="late" />
          <span>{wrong.text}</span>
        </p>
      )}
      {wrong?.error !== undefined && <CallErrorNote error={wrong.error} />}
    </>
  );
}

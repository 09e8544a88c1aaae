import { addAttachment, readAttachment, removeAttachment } from '@zhengyou/domain/interaction/attachment.contract.ts';
import { ATTACHMENT_KINDS } from '@zhengyou/domain/interaction/attachment.ts';
import { useRef } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useDownload } from '../../app/use-download.ts';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { attachmentWords } from './attachment.words.ts';
import type { Talk } from './TalkVoices.tsx';

export const ACCEPTED = ATTACHMENT_KINDS.map((kind) => `.${kind}`).join(',');

export const sayBytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The files beside a shared text: whoever reads the text takes them; whoever writes it may add one. */
export function TalkFiles({ talk }: { readonly talk: Talk }) {
  const t = useWords();
  const toast = useToast();
  const file = useDownload(readAttachment, 'file');
  const add = useChange(addAttachment);
  const remove = useChange(removeAttachment);
  const picker = useRef<HTMLInputElement>(null);
  const mayAdd = talk.can.includes('attach');
  if (talk.attachments.length === 0 && !mayAdd) return null;
  const error = add.error ?? remove.error ?? file.error;
  return (
    <div className="talk-files">
      {talk.attachments.length > 0 && (
        <ul>
          {talk.attachments.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="link"
                aria-label={t(attachmentWords.download, { name: one.name })}
                onClick={() => void file.download({ params: { attachmentId: one.id } }, one.name)}
              >
                {t(attachmentWords.about, { name: one.name, size: sayBytes(one.bytes), by: one.by })}
              </button>
              {one.can.includes('remove') && (
                <Button look="quiet" small onClick={() => remove.mutate({ params: { attachmentId: one.id } })}>
                  {t(attachmentWords.takeAway)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <>
          <input
            ref={picker}
            type="file"
            className="sr"
            tabIndex={-1}
            aria-hidden="true"
            accept={ACCEPTED}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (!chosen) return;
              add.mutate(
                { params: { interactionId: talk.id }, query: { name: chosen.name }, file: chosen },
                { onSuccess: () => toast({ text: t(attachmentWords.added) }) },
              );
            }}
          />
          <button type="button" className="link" aria-busy={add.isPending} onClick={() => picker.current?.click()}>
            {t(attachmentWords.attach)}
          </button>
        </>
      )}
      {error !== null && <CallErrorNote error={error} />}
    </div>
  );
}

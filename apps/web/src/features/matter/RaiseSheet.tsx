import { readMyLeaders } from '@zhengyou/domain/interaction/year.contract.ts';
import { raiseMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { EMPTY_DRAFT, isWritten, missingIn, raiseBody, type RaiseDraft } from './raise-draft.ts';
import { RaiseFields } from './RaiseFields.tsx';
import { raiseWords } from './raise.words.ts';
import { WhoField, type Who } from './WhoField.tsx';
import './matter.css';

const OFFICE_ALONE = 'office';

/** Kept while the sheet is put away, for whoever wrote it; never on the device. */
let kept: { readonly by: string; readonly draft: RaiseDraft } | undefined;

/** From one's own page: what it is about, and whether the name travels. */
export default function RaiseSheet({ onClose }: OverlayProps) {
  const t = useWords();
  const toast = useToast();
  const router = useRouter();
  const { person, roles } = useSession();
  // A keeper writes for somebody; a representative for themselves.
  const writesFor = !roles.includes('representative');
  const [who, setWho] = useState<Who>();
  const raise = useChange(raiseMatter);
  const [draft, setDraft] = useState(() => (kept?.by === person.id ? kept.draft : EMPTY_DRAFT));
  // Whoever keeps in touch hears it, unless one would rather not.
  const leaders = useCall(readMyLeaders, {}, { enabled: !writesFor });
  const heard = [...new Map(leaders.data?.items.map(({ leader }) => [leader.id, leader])).values()];
  const [chosen, setChosen] = useState<string>();
  const to = chosen ?? heard[0]?.id ?? OFFICE_ALONE;
  const leaderId = heard.find(({ id }) => id === to)?.id;
  const [tried, setTried] = useState(false);
  useEffect(() => {
    kept = isWritten(draft) ? { by: person.id, draft } : undefined;
  }, [draft, person.id]);

  const send = () => {
    setTried(true);
    if (missingIn(draft).length > 0 || (writesFor && !who)) return;
    raise.mutate(
      {
        body: {
          ...raiseBody(draft),
          ...(writesFor && who && { personId: who.id }),
          ...(leaderId !== undefined && { leaderId }),
        },
      },
      {
        onSuccess: ({ id, number }) => {
          kept = undefined;
          setDraft(EMPTY_DRAFT);
          onClose();
          toast({
            text: t(raiseWords.sent, { number }),
            action: { label: t(raiseWords.see), onAct: () => void router.navigate({ href: paths.matter(id) }) },
          });
        },
      },
    );
  };
  return (
    <Sheet
      title={t(raiseWords.raise)}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
      foot={
        <Button look="primary" wide busy={raise.isPending} onClick={send}>
          {t(raiseWords.send)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        {writesFor && (
          <WhoField
            who={who}
            error={tried && !who ? t(raiseWords.forWhomMissing) : undefined}
            onChoose={(found) => {
              raise.reset();
              setWho(found);
            }}
          />
        )}
        <RaiseFields
          naming
          draft={draft}
          missing={tried ? missingIn(draft) : []}
          onChange={(next) => {
            raise.reset();
            setDraft(next);
          }}
        >
          {heard.length > 0 && (
            <div className="field">
              <span className="label">{t(raiseWords.toWhom)}</span>
              <ChoiceChips
                label={t(raiseWords.toWhom)}
                options={[
                  ...heard.map(({ id, name }) => ({ value: id as string, label: name })),
                  { value: OFFICE_ALONE, label: t(raiseWords.toOffice) },
                ]}
                value={to}
                onChange={setChosen}
              />
            </div>
          )}
        </RaiseFields>
        {raise.error && <CallErrorNote error={raise.error} />}
      </div>
    </Sheet>
  );
}

import { inviteAccount } from '@zhengyou/domain/access/access.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useId, useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { sayDay } from '../../kit/dates.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { inviteWords } from './invite.words.ts';

/** For the office, on somebody's page: a one-time link with which that person sets a password and enters. */
export function InviteButton({ personId, name }: { readonly personId: Id; readonly name: string }) {
  const t = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(inviteAccount.id)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(inviteWords.invite)}</Button>
      {open && <InviteSheet personId={personId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

type InviteSheetProps = { readonly personId: Id; readonly name: string; readonly onClose: () => void };

/** The link is shown once and kept nowhere: whoever closes the sheet makes another. */
function InviteSheet({ personId, name, onClose }: InviteSheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const invite = useChange(inviteAccount);
  const [copied, setCopied] = useState(false);
  const fieldId = useId();
  const link = invite.data && `${location.origin}${invite.data.path}`;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Sheet
      title={t(inviteWords.title, { name })}
      onClose={onClose}
      foot={
        link ? (
          <Button look="primary" wide onClick={() => void copy(link).catch(() => setCopied(false))}>
            {t(copied ? inviteWords.copied : inviteWords.copy)}
          </Button>
        ) : (
          <Button look="primary" wide busy={invite.isPending} onClick={() => invite.mutate({ params: { personId } })}>
            {t(inviteWords.make)}
          </Button>
        )
      }
    >
      <div className="stack sheet-text">
        <p>{t(inviteWords.what, { name })}</p>
        {invite.data && link && (
          <>
            <label htmlFor={fieldId}>{t(inviteWords.link)}</label>
            <textarea
              id={fieldId}
              className="input wrap-any"
              readOnly
              rows={4}
              value={link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <p className="meta">
              {t(inviteWords.details, {
                login: invite.data.login,
                until: sayDay(plainDate(invite.data.expiresAt.slice(0, 10)), { language, today }),
              })}
            </p>
          </>
        )}
        {invite.isError && <CallErrorNote error={invite.error} />}
      </div>
    </Sheet>
  );
}

import { issueBriefing, listRecipients, type Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { briefingWords } from './briefing.words.ts';

type IssueSheetProps = { readonly briefing: Briefing; readonly onClose: () => void };

/** To whom: all members of the leadership team, unless some are left out. */
export function IssueSheet({ briefing, onClose }: IssueSheetProps) {
  const t = useWords();
  const toast = useToast();
  const team = useCall(listRecipients, {});
  const issue = useChange(issueBriefing);
  const [without, setWithout] = useState<readonly Id[]>([]);
  const chosen = (team.data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <Sheet
      title={t(briefingWords.issueTitle)}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          wide
          busy={issue.isPending}
          disabled={chosen.length === 0}
          onClick={() =>
            issue.mutate(
              {
                params: { briefingId: briefing.id },
                ifMatch: briefing.version,
                body: { recipientIds: chosen.map(({ id }) => id) },
              },
              {
                onSuccess: () => {
                  toast({ text: t(briefingWords.done) });
                  onClose();
                },
              },
            )
          }
        >
          {t(briefingWords.issueDo, { count: chosen.length })}
        </Button>
      }
    >
      <p className="second">{t(briefingWords.issueHint)}</p>
      <Answer of={team} loading={{ rows: 6, height: 40 }}>
        {({ items }) => (
          <ul className="briefing-sources">
            {items.map((one) => (
              <li key={one.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={!without.includes(one.id)}
                    onChange={() =>
                      setWithout(
                        without.includes(one.id) ? without.filter((id) => id !== one.id) : [...without, one.id],
                      )
                    }
                  />
                  <span>
                    {one.name} <span className="muted">{one.title}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {issue.error && <CallErrorNote error={issue.error} />}
    </Sheet>
  );
}

import { LEFT_REASON_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { putBack } from '@zhengyou/domain/person/record.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { useToast } from '../../kit/Toast.tsx';
import type { PersonReply } from './person-phrases.ts';
import { recordWords } from './record.words.ts';

/** What is seldom done with a record, at its foot and quiet: circumstances, leaving the list, merging. */
export function RecordDeeds({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { setSearch } = useSearchState();
  const toast = useToast();
  const back = useChange(putBack);
  const can = (action: PersonReply['can'][number]) => record.can.includes(action);
  const listing = record.representative;
  const left = listing?.untilOn && listing.untilOn <= today && listing.leftReason !== 'deceased' ? listing : null;
  return (
    <div className="stack no-print">
      {left?.untilOn && (
        <p className="second">
          {t(recordWords.left, {
            on: sayDay(left.untilOn, { language, today }),
            reason: left.leftWords ?? (left.leftReason ? t(LEFT_REASON_WORDS[left.leftReason]) : ''),
          })}
        </p>
      )}
      <div className="row wrap">
        {can('addFact') && (
          <Button look="text" small onClick={() => setSearch({ sheet: 'fact' })}>
            {t(recordWords.addFact)}
          </Button>
        )}
        {can('takeOff') && (
          <Button look="text" small onClick={() => setSearch({ sheet: 'leave' })}>
            {t(recordWords.takeOff)}
          </Button>
        )}
        {can('putBack') && (
          <Button
            look="text"
            small
            busy={back.isPending}
            onClick={() =>
              back.mutate(
                { params: { personId: record.id }, body: {}, ifMatch: record.version },
                { onSuccess: () => toast({ text: t(recordWords.done) }) },
              )
            }
          >
            {t(listing ? recordWords.putBack : recordWords.putOn)}
          </Button>
        )}
        {can('merge') && (
          <Button look="text" small onClick={() => setSearch({ sheet: 'merge' })}>
            {t(recordWords.merge)}
          </Button>
        )}
      </div>
      {back.error && <CallErrorNote error={back.error} />}
    </div>
  );
}

import { readRound } from '@zhengyou/domain/occasion/round.contract.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, dayOf, monthOf, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { PaperDoc } from '../../kit/PaperDoc.tsx';
import { occasionWords } from './occasion.words.ts';
import type { RoundRoster } from './RoundPage.tsx';
import './occasion.css';

/** More than fit under one another on a sheet stand in two columns. */
const ONE_COLUMN = 26;

/** The roster on one sheet of paper, with a box to tick for each. */
export function RoundPrintPage() {
  const t = useWords();
  const roundId = usePathParam('roundId');
  const { search } = useSearchState();
  const [unit, leader] = [findId(search['unit']), findId(search['leader'])];
  const query = { ...(unit && { unit }), ...(leader && { leader }) };
  const round = useCall(readRound, { params: { roundId: roundId as Id }, query }); // the address carries it
  const { data } = round;
  return (
    <Page
      title={t(occasionWords.paperPage)}
      back={{
        href: paths.round(roundId, query),
        label: data ? t(occasionWords.back, { festival: t(data.name) }) : '',
      }}
      width="wide"
      actions={
        data &&
        data.leaders.length > 0 && (
          <Button look="primary" onClick={() => globalThis.print()}>
            {t(occasionWords.paperNow)}
          </Button>
        )
      }
    >
      <Answer of={round} loading={{ rows: 12, height: 32 }}>
        {(reply) =>
          reply.leaders.length === 0 ? <Empty lead={t(occasionWords.nobody)} /> : <RosterPaper round={reply} />
        }
      </Answer>
    </Page>
  );
}

/** 1 月 27 日 as 1.27, so that it fits a column. */
const short = (on: PlainDate) => `${monthOf(on)}.${dayOf(on)}`;

function RosterPaper({ round }: { readonly round: RoundRoster }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person, institution } = useSession();
  const rows = round.leaders.flatMap(({ leader, friends }) =>
    friends.map((friend, index) => ({ friend, leader: index === 0 ? leader.name : '' })),
  );
  const columns = rows.length > ONE_COLUMN ? [rows.slice(0, middleOf(rows)), rows.slice(middleOf(rows))] : [rows];
  const heads = [occasionWords.paperLeader, occasionWords.paperFriend, occasionWords.paperUnit, occasionWords.paperDay];
  const festival = t(round.name);
  const visited = rows.filter(({ friend }) => friend.visited !== null).length;
  return (
    <PaperDoc
      title={t(occasionWords.paperTitle, { festival })}
      issuer={institution.name}
      number={String(yearOf(round.on))}
      sub={t(occasionWords.paperSub, {
        from: sayDay(round.from, { language }),
        last: sayDay(addDays(round.until, -1), { language }),
        pairs: rows.length,
        visited,
      })}
      foot={t(occasionWords.paperFoot, { name: person.name, day: sayDay(today, { language }) })}
    >
      <div className={columns.length > 1 ? 'roster-paper two' : 'roster-paper'}>
        {columns.map((part, at) => (
          <table key={part[0]?.friend.pairingId ?? at}>
            <caption className="sr">{t(occasionWords.paperTitle, { festival })}</caption>
            <thead>
              <tr>
                <th scope="col" className="box" aria-label={t(occasionWords.visitedOn, { day: '' })} />
                {heads.map((head) => (
                  <th key={head.zh} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {part.map(({ friend, leader }, index) => (
                <tr key={friend.pairingId} className={leader === '' && index > 0 ? undefined : 'first'}>
                  <td className="box">{friend.visited === null ? '□' : '☑'}</td>
                  <td>{leader === '' && index === 0 ? leaderAbove(rows, friend.pairingId) : leader}</td>
                  <td>{friend.person.name}</td>
                  <td>{friend.person.unitShort}</td>
                  <td>
                    {friend.visited !== null
                      ? short(friend.visited.on)
                      : friend.suggestedOn !== null &&
                        t(occasionWords.paperSuggested, { day: short(friend.suggestedOn) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="fine">{t(occasionWords.paperFine)}</p>
    </PaperDoc>
  );
}

type Row = { readonly friend: RoundRoster['leaders'][number]['friends'][number]; readonly leader: string };

const middleOf = (rows: readonly Row[]) => Math.ceil(rows.length / 2);

/** A leader's friends may go on in the second column: then the name stands there once more. */
function leaderAbove(rows: readonly Row[], pairingId: Id): string {
  const at = rows.findIndex(({ friend }) => friend.pairingId === pairingId);
  return rows.slice(0, at + 1).findLast(({ leader }) => leader !== '')?.leader ?? '';
}

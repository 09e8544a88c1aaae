import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { PUT_OFF_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { useSession } from '../../app/session.tsx';
import { Slot } from '../../app/slots.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Legend } from '../../kit/Legend.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { GLYPH_KINDS } from '../../kit/strip.ts';
import { Turns } from '../../kit/Turns.tsx';
import { YearStrip } from '../../kit/YearStrip.tsx';
import { Why } from '../../kit/Why.tsx';
import { DutySentences } from './DutyLines.tsx';
import { friendWords } from './friend.words.ts';
import { putOffWords } from './put-off.words.ts';
import { arithmeticOf, markOf, nextOf, pressingDay, sentenceOf, stateWordOf, type YearRow } from './said-year.ts';
import { yearWords } from './year.words.ts';

/** When it was last, what comes next, and the year as a line, for one pair. */
export function BeforeTalk({ row, alone }: { readonly row: YearRow; readonly alone: boolean }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const putOff = useOverlay(PUT_OFF_SHEET);
  const { last, state, done, aim, marks, dueIsLocal, clause } = row.year;
  const comma = t(kitWords.comma);
  const kinds = GLYPH_KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const day =
    last &&
    (last.precision === 'month'
      ? sayMonth(last.on.slice(0, 7), { language, today })
      : sayDay(last.on, { language, today }));
  return (
    <section>
      {!alone && <p className="meta">{t(friendWords.withLeader, { leader: row.leader.name })}</p>}
      <dl className="facts">
        <div>
          <dt>{t(friendWords.last)}</dt>
          <dd>{last ? [day, t(CHANNEL_WORDS[last.channel])].join(comma) : t(friendWords.never)}</dd>
        </div>
        <Slot place="beforeTalk" about={row.person.id} />
        <div>
          <dt>{t(friendWords.next)}</dt>
          <dd>
            <StateChip state={markOf(state)} word={t(stateWordOf(row))} />
            <br />
            <Why local={dueIsLocal}>
              <Turns text={nextOf(row, today, language).join(comma)} />
            </Why>
            {row.pause.snoozedUntil !== null && (
              <span className="muted">
                <br />
                {t(yearWords.remindedOn, { day: sayDay(row.pause.snoozedUntil, { language, today }) })}
              </span>
            )}
            {row.can.includes('putOff') && (
              <>
                <br />
                <button
                  type="button"
                  className="link friend-put-off no-print"
                  aria-label={t(putOffWords.openOf, { name: row.person.name })}
                  onClick={() => putOff(row.pairingId)}
                >
                  {t(friendWords.putOff)}
                </button>
              </>
            )}
          </dd>
        </div>
      </dl>
      <div className="friend-year">
        <div className="row apart">
          <span className="muted">{t(friendWords.year)}</span>
          <span>
            <Why arithmetic={arithmeticOf(row, language)} clause={clause}>
              {aim !== null
                ? t(friendWords.counted, { done, aim })
                : row.duties.length === 0 && t(friendWords.countedPlain, { done })}
            </Why>
          </span>
        </div>
        <YearStrip
          fluid
          marks={marks}
          today={today}
          due={pressingDay(row)}
          sentence={sentenceOf(row, today, language)}
          excused={
            row.excused
              ? { from: row.excused.from ?? (`${yearOf(today)}-01-01` as typeof today), until: row.excused.until }
              : undefined
          }
        />
        <DutySentences row={row} />
        {kinds.length > 0 && <Legend items={kinds.map((kind) => ({ kind, label: t(yearWords[kind]) }))} />}
      </div>
    </section>
  );
}

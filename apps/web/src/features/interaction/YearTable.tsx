import { monthOf, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import type { YearGroup } from '@zhengyou/domain/interaction/year.contract.ts';
import { Fragment, useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET, PUT_OFF_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { YearStrip, YearStripHead } from '../../kit/YearStrip.tsx';
import { Why } from '../../kit/Why.tsx';
import {
  arithmeticOf,
  groupOf,
  leadDutyOf,
  markOf,
  nameOf,
  nextOf,
  pressingDay,
  sentenceOf,
  stateWordOf,
  type YearRow,
} from './said-year.ts';
import type { Year } from './YearPage.tsx';
import { DutyLines, DutySentences } from './DutyLines.tsx';
import { putOffWords } from './put-off.words.ts';
import { yearWords } from './year.words.ts';

type YearTableProps = {
  readonly year: Year;
  readonly selected: string | undefined;
  readonly onSelect: (pairingId: string) => void;
};

/** One row for each pair; a group's state is written once and read out on every row. */
export function YearTable({ year, selected, onSelect }: YearTableProps) {
  // Of the answer, not of the address: while another grouping is fetched, the rows shown are still in the former one.
  const { group } = year;
  const t = useWords();
  const { today } = useSession();
  const [explained, setExplained] = useState<string>();
  return (
    <table className={group === 'state' ? 'tbl grouped year-table' : 'tbl year-table'}>
      <thead>
        <tr>
          <th scope="col">{t(yearWords.state)}</th>
          <th scope="col">{t(yearWords.person)}</th>
          <th scope="col">{t(yearWords.leaderHead)}</th>
          <th scope="col" className="months">
            <span className="sr">{t(yearWords.months)}</span>
            <YearStripHead month={yearOf(today) === year.year ? monthOf(today) : undefined} />
          </th>
          <th scope="col">{t(yearWords.times)}</th>
          <th scope="col">{t(yearWords.next)}</th>
          <th scope="col">
            <span className="sr">{t(yearWords.log)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {year.rows.map((row, index) => {
          const before = year.rows[index - 1];
          const begins = before === undefined || groupOf(before, group) !== groupOf(row, group);
          return (
            <Fragment key={row.pairingId}>
              {begins && group !== 'state' && <GroupHead rows={year.rows} row={row} group={group} />}
              <YearTableRow
                row={row}
                shownYear={year.year}
                head={group !== 'state' ? 'plain' : begins ? (year.byState[row.year.state] ?? 0) : 'same'}
                first={group === 'state' && begins && index > 0}
                selected={row.pairingId === selected}
                onSelect={() => onSelect(row.pairingId)}
                explained={explained === row.pairingId}
                onExplain={() => setExplained(explained === row.pairingId ? undefined : row.pairingId)}
              />
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

type GroupHeadProps = { readonly rows: readonly YearRow[]; readonly row: YearRow; readonly group: YearGroup };

/** A unit or a leader above their pairs, with how many there are. */
function GroupHead({ rows, row, group }: GroupHeadProps) {
  const t = useWords();
  const own = groupOf(row, group);
  return (
    <tr className="year-group">
      <th scope="rowgroup" colSpan={7}>
        {(group === 'unit' ? row.person.unit : row.leader.name) || t(yearWords.noUnit)}{' '}
        <span className="muted">
          {t(yearWords.pairsCount, { count: rows.filter((each) => groupOf(each, group) === own).length })}
        </span>
      </th>
    </tr>
  );
}

type RowProps = {
  readonly row: YearRow;
  readonly shownYear: number;
  /** Of the state: how many stand in the group that begins here, the same as above, or said plainly on every row. */
  readonly head: number | 'same' | 'plain';
  readonly first: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly explained: boolean;
  readonly onExplain: () => void;
};

function YearTableRow({ row, shownYear, head, first, selected, onSelect, explained, onExplain }: RowProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const openLog = useOverlay(LOG_SHEET);
  const putOff = useOverlay(PUT_OFF_SHEET);
  const { state, done, aim, clause, dueIsLocal } = row.year;
  const name = nameOf(row, language);
  const next = nextOf(row, today, language);
  const comma = t(kitWords.comma);
  const word = t(stateWordOf(row));
  const lead = leadDutyOf(row);
  return (
    <>
      <tr
        className={[first && 'first', selected && 'sel'].filter(Boolean).join(' ') || undefined}
        aria-selected={selected || undefined}
        data-row={row.pairingId}
        onClick={onSelect}
      >
        <td>
          {head === 'same' ? (
            <span className="sr">{word}</span>
          ) : (
            <>
              <StateChip state={markOf(state)} word={word} />{' '}
              {head !== 'plain' && <span className="muted">{head}</span>}
            </>
          )}
        </td>
        <td>
          <PersonLine
            person={{ name, unit: row.person.unit }}
            standings={row.person.standings.slice(0, 1)}
            href={paths.friend(row.person.id)}
          />
        </td>
        <td className="second">{row.leader.name}</td>
        <td className="strip-cell">
          <YearStrip
            marks={row.year.marks}
            today={today}
            year={shownYear}
            due={pressingDay(row)}
            excused={
              row.excused
                ? { from: row.excused.from ?? (`${shownYear}-01-01` as typeof today), until: row.excused.until }
                : undefined
            }
            sentence={sentenceOf(row, today, language)}
          />
          <DutyLines row={row} />
        </td>
        <td className="num">
          <button type="button" className="year-count" aria-expanded={explained} onClick={onExplain}>
            <b>{lead ? lead.done : done}</b>
            {lead && lead.required !== null && <span className="muted">/{lead.required}</span>}
            {aim !== null && <span className="muted">/{aim}</span>}
            <span className="sr">{t(yearWords.why)}</span>
          </button>
        </td>
        <td className={state === 'late' ? 'late' : 'second'}>
          <Why local={dueIsLocal && row.year.next.kind !== 'suggested'}>
            <Turns text={next.join(comma)} />
          </Why>
          {row.pause.snoozedUntil !== null && (
            <span className="meta year-snoozed">
              {t(yearWords.remindedOn, { day: sayDay(row.pause.snoozedUntil, { language, today }) })}
            </span>
          )}
        </td>
        <td className="r">
          {may('interaction.log') && (
            <Button small aria-label={t(yearWords.logWith, { name })} onClick={() => openLog(row.pairingId)}>
              {t(yearWords.log)}
            </Button>
          )}
        </td>
      </tr>
      {explained && (
        <tr className="year-why">
          <td colSpan={7}>
            <Why clause={clause}>{arithmeticOf(row, language)}</Why>
            <DutySentences row={row} />
            {row.can.includes('putOff') && (
              <span className="row year-put-off no-print">
                <button type="button" className="link" onClick={() => putOff(row.pairingId)}>
                  {t(putOffWords.snooze)}
                </button>
                <button type="button" className="link" onClick={() => putOff(`${row.pairingId}.excuse`)}>
                  {t(putOffWords.excuse)}
                </button>
              </span>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

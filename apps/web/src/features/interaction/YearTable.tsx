import { monthOf, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { YearStrip, YearStripHead } from '../../kit/YearStrip.tsx';
import { Why } from '../../kit/Why.tsx';
import {
  arithmeticOf,
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
import { yearWords } from './year.words.ts';

type YearTableProps = {
  readonly year: Year;
  readonly selected: string | undefined;
  readonly onSelect: (pairingId: string) => void;
};

/** One row for each pair; a group's state is written once and read out on every row. */
export function YearTable({ year, selected, onSelect }: YearTableProps) {
  const t = useWords();
  const { today } = useSession();
  const [explained, setExplained] = useState<string>();
  return (
    <table className="tbl grouped year-table">
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
        {year.rows.map((row, index) => (
          <YearTableRow
            key={row.pairingId}
            row={row}
            shownYear={year.year}
            count={
              year.rows[index - 1]?.year.state === row.year.state ? undefined : (year.byState[row.year.state] ?? 0)
            }
            first={index > 0 && year.rows[index - 1]?.year.state !== row.year.state}
            selected={row.pairingId === selected}
            onSelect={() => onSelect(row.pairingId)}
            explained={explained === row.pairingId}
            onExplain={() => setExplained(explained === row.pairingId ? undefined : row.pairingId)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly row: YearRow;
  readonly shownYear: number;
  /** How many stand in the group that begins here. */
  readonly count: number | undefined;
  readonly first: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly explained: boolean;
  readonly onExplain: () => void;
};

function YearTableRow({ row, shownYear, count, first, selected, onSelect, explained, onExplain }: RowProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const openLog = useOverlay(LOG_SHEET);
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
          {count === undefined ? (
            <span className="sr">{word}</span>
          ) : (
            <>
              <StateChip state={markOf(state)} word={word} /> <span className="muted">{count}</span>
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
          </td>
        </tr>
      )}
    </>
  );
}

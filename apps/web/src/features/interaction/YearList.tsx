import type { YearGroup } from '@zhengyou/domain/interaction/year.contract.ts';
import { Fragment } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { YearRing } from '../../kit/YearRing.tsx';
import { DutyLines } from './DutyLines.tsx';
import { groupOf, markOf, nameOf, nextOf, sentenceOf, stateWordOf, type YearRow } from './said-year.ts';
import { yearWords } from './year.words.ts';

type YearListProps = {
  readonly year: { readonly rows: readonly YearRow[] };
  readonly own?: boolean;
  readonly group?: YearGroup;
};

/** The year on a phone: who, how it stands, what comes next, one button. */
export function YearList({ year, own, group = 'state' }: YearListProps) {
  return (
    <ul className="year-list">
      {year.rows.map((row, index) => {
        const before = year.rows[index - 1];
        const begins = group !== 'state' && (!before || groupOf(before, group) !== groupOf(row, group));
        return (
          <Fragment key={row.pairingId}>
            {begins && <li className="year-group">{group === 'unit' ? row.person.unit : row.leader.name}</li>}
            <YearListRow row={row} own={own ?? false} />
          </Fragment>
        );
      })}
    </ul>
  );
}

function YearListRow({ row, own }: { readonly row: YearRow; readonly own: boolean }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const openLog = useOverlay(LOG_SHEET);
  const { state, done, required, aim } = row.year;
  const name = nameOf(row, language);
  const comma = t(kitWords.comma);
  const next = nextOf(row, today, language).join(comma);
  return (
    <li>
      <Link className="year-friend" href={paths.friend(row.person.id)}>
        <YearRing name={name} done={done} required={required ?? 0} aim={aim ?? 0} state={markOf(state)} />
        <span>
          <span className="sr">{sentenceOf(row, today, language)}</span>
          <span aria-hidden="true">
            <span className="strong">{name}</span>
            <span className="what">
              {[row.person.unitShort, own ? row.person.standings[0] : row.leader.name].filter(Boolean).join(comma)}
            </span>
            <span className="how">
              <StateChip state={markOf(state)} word={t(stateWordOf(row))} />
              <span className="muted">
                <Turns text={next} />
              </span>
            </span>
            {row.pause.snoozedUntil !== null && (
              <span className="muted">
                {t(yearWords.remindedOn, { day: sayDay(row.pause.snoozedUntil, { language, today }) })}
              </span>
            )}
            <DutyLines row={row} />
          </span>
        </span>
      </Link>
      {may('interaction.log') && (
        <Button aria-label={t(yearWords.logWith, { name })} onClick={() => openLog(row.pairingId)}>
          {t(yearWords.log)}
        </Button>
      )}
    </li>
  );
}

import { readHeat, type HeatCell } from '@zhengyou/domain/interaction/heat.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { monthOf, yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { findTier } from '@zhengyou/domain/policy/vocabulary.ts';
import { exportHeat } from '@zhengyou/domain/report/report.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { ExportControl } from '../../app/ExportControl.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Legend } from '../../kit/Legend.tsx';
import { useDesk } from '../../kit/media.ts';
import { PersonLine } from '../../kit/PersonLine.tsx';
import { useTiers } from '../policy/use-tiers.ts';
import { CellFigures, sayCell, sayLeader } from './HeatCell.tsx';
import { heatWords } from './heat.words.ts';
import { MonthTalks } from './MonthTalks.tsx';
import { SearchBox } from './SearchBox.tsx';
import { YearTabs } from './YearTabs.tsx';
import './year.css';
import './heat.css';

export type Heat = ReplyOf<typeof readHeat>;
type Leader = Heat['leaders'][number];

/** Leaders by months, in the official order: where there was contact, and the records behind each figure. */
export function HeatPage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { search, setSearch } = useSearchState();
  const query = {
    tier: findTier(search['tier']),
    unit: findId(search['unit']),
    q: search['q'] === '' ? undefined : search['q']?.slice(0, 60),
    year: /^20\d\d$/.test(search['year'] ?? '') ? search['year'] : undefined,
  };
  const answer = useCall(readHeat, { query }, { keepPrevious: true });
  const [leader, month] = (search['cell'] ?? '').split('.');
  const cell = answer.data?.leaders.find((one) => one.id === leader);
  return (
    <Page
      width="wide"
      title={t(heatWords.title)}
      sub={
        answer.data && t(heatWords.sub, { year: answer.data.year, day: sayDay(answer.data.asOf, { language, today }) })
      }
    >
      <YearTabs here="monthsTab" />
      <Answer of={answer} loading={{ rows: 10, height: 44 }}>
        {(heat) => (
          <>
            <HeatFilters heat={heat} query={query} />
            {heat.leaders.length === 0 ? <Empty lead={t(heatWords.nobody)} /> : <HeatBody heat={heat} />}
          </>
        )}
      </Answer>
      {cell && answer.data && /^([1-9]|1[0-2])$/.test(month ?? '') && (
        <MonthTalks
          key={search['cell']}
          leader={cell}
          year={answer.data.year}
          month={Number(month)}
          onClose={() => setSearch({ cell: undefined }, { replace: true })}
        />
      )}
    </Page>
  );
}

type FiltersProps = {
  readonly heat: Heat;
  readonly query: Readonly<Record<string, string | undefined>>;
};

function HeatFilters({ heat, query }: FiltersProps) {
  const t = useWords();
  const may = useMay();
  const { today } = useSession();
  const { search, setSearch } = useSearchState();
  const tiers = useTiers().filter(({ id }) => heat.byTier[id] !== undefined || id === search['tier']);
  const thisYear = yearOf(today);
  return (
    <div className="row apart wrap year-filters no-print">
      <div className="row wrap">
        {tiers.length > 1 && (
          <ChoiceChips
            label={t(heatWords.tier)}
            options={[
              { value: '', label: t(heatWords.all) },
              ...tiers.map(({ id, name }) => ({
                value: id,
                label: t(heatWords.choice, { name: t(name), count: heat.byTier[id] ?? 0 }),
              })),
            ]}
            value={search['tier'] ?? ''}
            onChange={(tier) => setSearch({ tier: tier === '' ? undefined : tier })}
          />
        )}
        <SelectChip
          label={t(heatWords.ofYear, { year: heat.year })}
          value={String(heat.year)}
          options={[0, 1, 2].map((back) => ({
            value: String(thisYear - back),
            label: t(heatWords.ofYear, { year: thisYear - back }),
          }))}
          onChange={(year) => setSearch({ year: year === String(thisYear) ? undefined : year })}
        />
        {(heat.units.length > 1 || search['unit'] !== undefined) && (
          <SelectChip
            label={t(heatWords.unit)}
            all={t(heatWords.anyUnit)}
            value={search['unit'] ?? ''}
            options={heat.units.map((unit) => ({
              value: unit.id as string,
              label: t(heatWords.choice, { name: unit.name, count: unit.count }),
            }))}
            onChange={(unit) => setSearch({ unit: unit === '' ? undefined : unit })}
          />
        )}
        <SearchBox label={t(heatWords.find)} />
        {may('report.exportHeat') && <ExportControl endpoint={exportHeat} query={query} name={t(heatWords.title)} />}
      </div>
      <Legend
        items={[
          { kind: 'talk', label: t(heatWords.talks) },
          { kind: 'event', label: t(heatWords.gatherings) },
          { kind: 'visit', label: t(heatWords.visits) },
        ]}
      />
    </div>
  );
}

function HeatBody({ heat }: { readonly heat: Heat }) {
  const desk = useDesk();
  return desk ? <HeatTable heat={heat} /> : <HeatList heat={heat} />;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const isEmpty = (cell: HeatCell) => cell.talks + cell.gatherings + cell.visits === 0;

function HeatTable({ heat }: { readonly heat: Heat }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const now = heat.year === yearOf(today) ? monthOf(today) : 13;
  return (
    <table className="tbl heat">
      <thead>
        <tr>
          <th scope="col">{t(heatWords.leader)}</th>
          <th scope="col" className="r">
            {t(heatWords.friends)}
          </th>
          {MONTHS.map((month) => (
            <th key={month} scope="col" className={month === now ? 'now' : undefined}>
              {t(heatWords.month, { month })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heat.leaders.map((leader) => (
          <tr key={leader.id}>
            <th scope="row">
              <PersonLine person={{ name: leader.name, unit: leader.unitShort }} standings={[]} />
              <span className="sr">{sayLeader(leader, heat.year, language)}</span>
            </th>
            <td className="r num">{leader.friends}</td>
            {leader.months.map((cell, index) => (
              <td key={MONTHS[index]} className={index + 1 > now ? 'ahead' : undefined}>
                {!isEmpty(cell) && <CellButton leader={leader} month={index + 1} cell={cell} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellButtonProps = { readonly leader: Leader; readonly month: number; readonly cell: HeatCell };

function CellButton({ leader, month, cell }: CellButtonProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { setSearch } = useSearchState();
  return (
    <button type="button" className="heat-cell" onClick={() => setSearch({ cell: `${leader.id}.${month}` })}>
      <span className="sr">{t(heatWords.cell, { name: leader.name, month, says: sayCell(cell, language) })}</span>
      <CellFigures cell={cell} />
    </button>
  );
}

/** On a phone only the months in which there was something, each to be tapped. */
function HeatList({ heat }: { readonly heat: Heat }) {
  const t = useWords();
  const { language } = useLanguage();
  const { setSearch } = useSearchState();
  return (
    <ul className="heat-list">
      {heat.leaders.map((leader) => (
        <li key={leader.id}>
          <span className="row apart">
            <PersonLine person={{ name: leader.name, unit: leader.unitShort }} standings={[]} />
            <span className="muted">{t(heatWords.friendsOf, { count: leader.friends })}</span>
          </span>
          {leader.months.every(isEmpty) ? (
            <p className="muted">{t(heatWords.quiet)}</p>
          ) : (
            <p className="heat-months">
              {leader.months.map(
                (cell, index) =>
                  !isEmpty(cell) && (
                    <button
                      key={MONTHS[index]}
                      type="button"
                      className="chip"
                      onClick={() => setSearch({ cell: `${leader.id}.${index + 1}` })}
                    >
                      <span className="sr">
                        {t(heatWords.cell, { name: leader.name, month: index + 1, says: sayCell(cell, language) })}
                      </span>
                      <span aria-hidden="true">{t(heatWords.month, { month: index + 1 })}</span>{' '}
                      <CellFigures cell={cell} />
                    </button>
                  ),
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

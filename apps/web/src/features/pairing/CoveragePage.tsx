import { COVERAGE_PARTS, readCoverage } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { BoardLine, BoardNumber, BoardSection } from '../../kit/BoardNumber.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { sayDay } from '../../kit/dates.ts';
import { useTiers } from '../policy/use-tiers.ts';
import { UnitChip } from '../unit/UnitChip.tsx';
import { CoverageList } from './CoverageList.tsx';
import { coverageWords } from './coverage.words.ts';
import { PairingTabs } from './PairingTabs.tsx';
import { pairingWords } from './pairing.words.ts';
import './pair.css';
import './pairing.css';

export type Coverage = ReplyOf<typeof readCoverage>;
export type CoveragePart = (typeof COVERAGE_PARTS)[number];

/** What is still to be covered: every figure with its denominator, and its list below. */
export function CoveragePage() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { search } = useSearchState();
  const tier = search['tier'];
  const unit = findId(search['unit']);
  const part = COVERAGE_PARTS.find((one) => one === search['part']) ?? 'unpaired';
  const coverage = useCall(
    readCoverage,
    { query: { ...(tier ? { tier } : {}), ...(unit ? { unit } : {}) } },
    { keepPrevious: true },
  );
  const { data } = coverage;
  return (
    <Page
      title={t(coverageWords.title)}
      lead={data && t(coverageWords.lead, { eligible: data.counts.eligible, paired: data.counts.paired })}
      sub={data && t(coverageWords.sub, { day: sayDay(data.asOf, { language, today }) })}
      width="wide"
    >
      <PairingTabs here="coverage" />
      <Filters tier={tier} unit={unit} />
      <Answer of={coverage} loading={{ rows: 8, height: 44 }}>
        {(reply) => (
          <>
            <Figures coverage={reply} />
            <CoverageList coverage={reply} part={part} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Filters({ tier, unit }: { readonly tier: string | undefined; readonly unit: string | undefined }) {
  const t = useWords();
  const tiers = useTiers();
  const { roles } = useSession();
  const { setSearch } = useSearchState();
  return (
    <div className="filters">
      <div className="row wrap">
        {tiers.length > 1 && roles.some((role) => role === 'office' || role === 'checker') && (
          <SelectChip
            label={t(pairingWords.tier)}
            all={t(pairingWords.allTiers)}
            value={tier ?? ''}
            options={tiers.map(({ id, name }) => ({ value: id as string, label: t(name) }))}
            onChange={(next) => setSearch({ tier: next || undefined })}
          />
        )}
        <UnitChip
          label={t(pairingWords.unit)}
          all={t(pairingWords.allUnits)}
          value={unit ?? ''}
          onChange={(next) => setSearch({ unit: next || undefined })}
        />
      </div>
    </div>
  );
}

function Figures({ coverage }: { readonly coverage: Coverage }) {
  const t = useWords();
  const may = useMay();
  const { search } = useSearchState();
  const { counts } = coverage;
  const list = (part: CoveragePart) =>
    paths.coverage({
      ...(search['tier'] ? { tier: search['tier'] } : {}),
      ...(search['unit'] ? { unit: search['unit'] } : {}),
      part,
    });
  return (
    <div className="board home-board">
      <BoardSection title={t(coverageWords.people)}>
        <BoardNumber
          count={counts.paired}
          of={counts.eligible}
          unit={t(coverageWords.peopleUnit)}
          {...(may('person.list') && { href: paths.people() })}
        />
        <div className="lines">
          <BoardLine
            label={t(coverageWords.unpaired)}
            value={t(coverageWords.persons, { count: counts.unpaired })}
            href={list('unpaired')}
          />
        </div>
      </BoardSection>
      <BoardSection title={t(coverageWords.leaders)}>
        <BoardNumber
          count={counts.leaders - counts.short}
          of={counts.leaders}
          unit={t(coverageWords.leadersUnit)}
          href={paths.pairings()}
        />
        <div className="lines">
          <BoardLine
            label={t(coverageWords.short)}
            value={t(coverageWords.leadersCount, { count: counts.short })}
            href={list('short')}
          />
        </div>
      </BoardSection>
      <BoardSection title={t(coverageWords.units)}>
        <BoardNumber
          count={counts.units - counts.emptyUnits}
          of={counts.units}
          unit={t(coverageWords.unitsUnit)}
          href={list('emptyUnits')}
        />
        <div className="lines">
          <BoardLine
            label={t(coverageWords.emptyUnits)}
            value={t(coverageWords.unitsCount, { count: counts.emptyUnits })}
            href={list('emptyUnits')}
          />
        </div>
      </BoardSection>
      <BoardSection title={t(coverageWords.terms)}>
        <BoardNumber
          count={counts.expiring180}
          of={counts.pairings}
          unit={t(coverageWords.termsUnit)}
          href={list('expiring')}
        />
        <div className="lines">
          <BoardLine
            label={t(coverageWords.expiring60)}
            value={t(coverageWords.pairsCount, { count: counts.expiring60 })}
            href={list('expiring')}
          />
        </div>
      </BoardSection>
    </div>
  );
}

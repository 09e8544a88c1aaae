import { readYear, YEAR_GROUPS, type YearGroup } from '@zhengyou/domain/interaction/year.contract.ts';
import { CONTACT_STATES, type ContactState } from '@zhengyou/domain/interaction/year-of-contact.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findTier } from '@zhengyou/domain/policy/vocabulary.ts';
import { Fragment, useRef } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Link } from '../../kit/Link.tsx';
import { useDesk, usePhone } from '../../kit/media.ts';
import { useTierWords } from '../policy/use-tiers.ts';
import { useYearKeys } from './use-year-keys.ts';
import { YearFilters } from './YearFilters.tsx';
import { YearFoot } from './YearFoot.tsx';
import { YearList } from './YearList.tsx';
import { YearTable } from './YearTable.tsx';
import { YearTabs } from './YearTabs.tsx';
import { yearWords } from './year.words.ts';
import './year.css';

export type Year = ReplyOf<typeof readYear>;

const among = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text);
const UUID = /^[0-9a-f-]{36}$/;
const idIn = (text: string | undefined) => (text !== undefined && UUID.test(text) ? text : undefined);

/** Every pair's year on one page; what is chosen stands in the address. */
export function YearPage() {
  const t = useWords();
  const may = useMay();
  const phone = usePhone();
  const { search } = useSearchState();
  const openLog = useOverlay(LOG_SHEET);
  const query = {
    tier: findTier(search['tier']),
    state: among<ContactState>(CONTACT_STATES, search['state']),
    unit: idIn(search['unit']),
    leader: idIn(search['leader']),
    q: search['q'] === '' ? undefined : search['q']?.slice(0, 60),
    group: among<YearGroup>(YEAR_GROUPS, search['group']),
    year: /^20\d\d$/.test(search['year'] ?? '') ? search['year'] : undefined,
  };
  const answer = useCall(readYear, { query }, { keepPrevious: true });
  return (
    <Page
      width="wide"
      title={t(yearWords.title)}
      sub={answer.data && <YearSub year={answer.data} />}
      actions={
        // On a phone the bar has it.
        !phone &&
        may('interaction.log') && (
          <Button look="primary" onClick={() => openLog()}>
            <Icon name="add" size={16} />
            {t(yearWords.log)}
            <Kbd>N</Kbd>
          </Button>
        )
      }
    >
      <YearTabs here="pairsTab" />
      <Answer of={answer} loading={{ rows: 10, height: 50 }}>
        {(year) => (year.inReach === 0 ? <NobodyPaired /> : <YearBody year={year} state={query.state} />)}
      </Answer>
    </Page>
  );
}

/** How things stand, what the rule asks, and what is the house's own. */
function YearSub({ year }: { readonly year: Year }) {
  const t = useWords();
  const tierWords = useTierWords();
  const { language } = useLanguage();
  const { today } = useSession();
  // Tiers out of reach have no pairs here.
  const rules = year.rules.filter(({ tier }) => tier === null || (year.byTier[tier] ?? 0) > 0);
  // Chinese sentences follow one another without a space.
  const space = language === 'en' ? ' ' : '';
  const ruleOf = ({ floor, aim, unit, asks }: Year['rules'][number]) =>
    unit !== 'year'
      ? t(yearWords.ruleAsks, { asks: t(asks) })
      : floor === null
        ? t(yearWords.ruleNone)
        : aim === null || aim === floor
          ? t(yearWords.ruleFloor, { floor })
          : t(yearWords.rule, { floor, aim });
  return (
    <>
      {t(yearWords.pairs, { year: year.year, count: year.inReach, day: sayDay(year.asOf, { language, today }) })}
      {space}
      {rules.map((rule) => (
        <Fragment key={`${rule.tier} ${rule.unit} ${t(rule.asks)}`}>
          {rule.tier === null
            ? ruleOf(rule)
            : t(yearWords.ruleOf, { tier: t(tierWords(rule.tier)), rule: ruleOf(rule) })}
          <ClauseMark clause={rule.clause} />{' '}
        </Fragment>
      ))}
      {year.hasLocalDays && (
        <>
          {t(yearWords.localDays)}
          <ClauseMark local />
        </>
      )}
    </>
  );
}

function NobodyPaired() {
  const t = useWords();
  const may = useMay();
  if (may('ledger.list'))
    return (
      <Empty lead={t(yearWords.empty)}>
        <Link href={paths.ledger()}>{t(yearWords.toImport)}</Link>
      </Empty>
    );
  return <Empty lead={t(yearWords.emptyLeader)} />;
}

function YearBody({ year, state }: { readonly year: Year; readonly state: ContactState | undefined }) {
  const t = useWords();
  const desk = useDesk();
  const { setSearch } = useSearchState();
  const finder = useRef<HTMLInputElement>(null);
  const { selected, select } = useYearKeys(year.rows, finder);
  return (
    <>
      <YearFilters year={year} finder={finder} />
      {year.rows.length === 0 ? (
        <Empty lead={t(yearWords.nothingFound)}>
          <button
            type="button"
            className="link"
            onClick={() =>
              setSearch({ tier: undefined, unit: undefined, leader: undefined, state: undefined, q: undefined })
            }
          >
            {t(yearWords.clear)}
          </button>
        </Empty>
      ) : desk ? (
        <YearTable year={year} selected={selected} onSelect={select} />
      ) : (
        <YearList year={year} group={year.group} />
      )}
      {year.rows.length > 0 && <YearFoot year={year} state={state} />}
    </>
  );
}

import { ROSTER_SHOWN } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { exportRoster } from '@zhengyou/domain/report/report.contract.ts';
import { Fragment, useCallback } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { ExportControl } from '../../app/ExportControl.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Link } from '../../kit/Link.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { useTiers, useTierWords } from '../policy/use-tiers.ts';
import { UnitChip } from '../unit/UnitChip.tsx';
import { PairForm } from './PairForm.tsx';
import { PairingTabs } from './PairingTabs.tsx';
import { pairingWords } from './pairing.words.ts';
import { RosterTable } from './RosterTable.tsx';
import { SlotSheet } from './SlotSheet.tsx';
import { useRoster, type Roster, type RosterState } from './use-roster.ts';
import { Waiting } from './Waiting.tsx';
import './pair.css';
import './pairing.css';

/** The roster: leaders with the people they befriend, who is under quota, who waits for a leader. */
export function RosterPage() {
  const t = useWords();
  const state = useRoster();
  const { data } = state.roster;
  return (
    <Page title={t(pairingWords.title)} sub={data && <Sub roster={data} />} width="wide">
      <PairingTabs here="roster" />
      <Filters state={state} />
      <Answer of={state.roster} loading={{ rows: 10, height: 60 }}>
        {(roster) => <Board roster={roster} state={state} />}
      </Answer>
    </Page>
  );
}

function Sub({ roster }: { readonly roster: Roster }) {
  const t = useWords();
  const tierWords = useTierWords();
  const { leaders, pairings } = roster.counts;
  const tiers = new Set(roster.groups.map((group) => group.tier));
  return (
    <>
      {t(pairingWords.sub, { leaders, pairings })}
      {roster.quotas
        .filter((quota) => tiers.has(quota.tier))
        .map((quota) => (
          <Fragment key={quota.tier}>
            {t(pairingWords.quota, { tier: t(tierWords(quota.tier)), asks: t(quota.asks) })}
            <ClauseMark clause={quota.clause} />{' '}
          </Fragment>
        ))}
    </>
  );
}

function Filters({ state }: { readonly state: RosterState }) {
  const t = useWords();
  const may = useMay();
  const tiers = useTiers();
  const { roles } = useSession();
  const { show, tier, unit, setSearch } = state;
  const counts = state.roster.data?.counts;
  // A leader’s own roster is one line: nothing to choose from.
  if (!roles.some((role) => role === 'office' || role === 'checker' || role === 'unitOfficer')) return null;
  const count = { all: counts?.leaders, short: counts?.short, ending: counts?.ending };
  return (
    <div className="filters">
      <ChoiceChips
        label={t(pairingWords.shown)}
        fit="scroll"
        value={show}
        onChange={(next) => setSearch({ show: next === 'all' ? undefined : next })}
        options={ROSTER_SHOWN.filter((one) => one === 'all' || one === show || count[one] !== 0).map((one) => ({
          value: one,
          label: (
            <>
              {one === 'ending' && (
                <span className="state is-due-soon">
                  <StateShape state="dueSoon" />
                </span>
              )}
              {t(pairingWords[one], { count: count[one] ?? '' })}
            </>
          ),
        }))}
      />
      <div className="row wrap">
        {tiers.length > 1 && roles.some((role) => role === 'office' || role === 'checker') && (
          <SelectChip
            label={t(pairingWords.tier)}
            all={t(pairingWords.allTiers)}
            value={tier ?? ''}
            options={tiers.map(({ id, name }) => ({ value: id, label: t(name) }))}
            onChange={(next) => setSearch({ tier: next || undefined })}
          />
        )}
        <UnitChip
          label={t(pairingWords.unit)}
          all={t(pairingWords.allUnits)}
          value={unit ?? ''}
          onChange={(next) => setSearch({ unit: next || undefined })}
        />
        {may('report.exportRoster') && (
          <ExportControl endpoint={exportRoster} query={state.query} name={t(pairingWords.title)} />
        )}
      </div>
    </div>
  );
}

function Board({ roster, state }: { readonly roster: Roster; readonly state: RosterState }) {
  const t = useWords();
  const may = useMay();
  const { setSearch } = useSearchState();
  const waits = may('pairing.enter') || roster.unpaired.length > 0;
  return (
    <div className={waits ? 'pairing-board' : undefined} aria-busy={state.roster.isPlaceholderData || undefined}>
      {waits && <Waiting roster={roster} onPair={(friend) => setSearch({ sheet: 'pair', friend })} />}
      <section>
        <div className="sec">
          <h2>{t(pairingWords.leaders)}</h2>
        </div>
        {roster.groups.length === 0 ? (
          <NoLeaders filtered={state.filtered} />
        ) : (
          <RosterTable
            groups={roster.groups}
            onSlot={(pairing) => setSearch({ sheet: 'slot', pairing })}
            onAdd={(leader) => setSearch({ sheet: 'pair', leader })}
          />
        )}
      </section>
      <Sheets roster={roster} />
    </div>
  );
}

function NoLeaders({ filtered }: { readonly filtered: boolean }) {
  const t = useWords();
  const may = useMay();
  if (filtered)
    return (
      <Empty lead={t(pairingWords.noneShort)}>
        <Link href={paths.pairings()}>{t(pairingWords.clear)}</Link>
      </Empty>
    );
  return (
    <Empty lead={t(pairingWords.noLeaders)}>
      {may('ledger.list') && <Link href={paths.ledger()}>{t(pairingWords.importLeaders)}</Link>}
    </Empty>
  );
}

const CLOSED = { sheet: undefined, leader: undefined, friend: undefined, pairing: undefined };

function Sheets({ roster }: { readonly roster: Roster }) {
  const may = useMay();
  const { search, setSearch } = useSearchState();
  const close = useCallback(() => setSearch(CLOSED, { replace: true }), [setSearch]);
  if (search['sheet'] === 'pair' && may('pairing.enter'))
    return (
      <PairForm
        key={`${search['leader']} ${search['friend']}`}
        roster={roster}
        leaderId={search['leader']}
        friendId={search['friend']}
        onClose={close}
      />
    );
  if (search['sheet'] === 'slot')
    return <SlotSheet key={search['pairing']} roster={roster} pairingId={search['pairing']} onClose={close} />;
  return null;
}

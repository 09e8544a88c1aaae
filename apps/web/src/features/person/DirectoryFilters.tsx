import { exportPeople } from '@zhengyou/domain/report/report.contract.ts';
import { STANDING_KIND_WORDS } from '@zhengyou/domain/policy/policy.words.ts';
import { STANDING_KINDS } from '@zhengyou/domain/policy/vocabulary.ts';
import { PEOPLE_SHOWN, PEOPLE_STATES } from '@zhengyou/domain/person/person.contract.ts';
import { AFFILIATIONS } from '@zhengyou/domain/person/party.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import { PEOPLE_SHOWN_WORDS, PEOPLE_SORT_WORDS, PEOPLE_STATE_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { useEffect, useState } from 'react';
import { ExportControl } from '../../app/ExportControl.tsx';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import { UnitChip } from '../unit/UnitChip.tsx';
import { personWords } from './person.words.ts';
import type { Directory } from './use-directory.ts';

/** Tiers stand among the chips, as the measures name them. */
const OF_TIER = 'tier:';

export function DirectoryFilters({ directory }: { readonly directory: Directory }) {
  const t = useWords();
  const tierWords = useTierWords();
  const may = useMay();
  const { filters, filter } = directory;
  const counts = directory.counts.data?.counts;
  const asLeaders = filters.kind === 'leaders';
  // What nobody is in need not be asked for; the chip stays while it is chosen, so that it can be left again.
  const chips = PEOPLE_SHOWN.filter(
    (show) => show === 'all' || show === filters.show || counts === undefined || counts[show] > 0,
  ).map((show) => ({
    value: show as string,
    label: (
      <>
        {show === 'ending' && (
          <span className="state is-due-soon">
            <StateShape state="dueSoon" />
          </span>
        )}
        {t(PEOPLE_SHOWN_WORDS[show])} {counts?.[show]}
      </>
    ),
  }));
  const tiers = (directory.counts.data?.tiers ?? [])
    .filter(({ tier, count }) => count > 0 || tier === filters.tier)
    .map(({ tier, count }) => ({
      value: `${OF_TIER}${tier}`,
      label: (
        <>
          {t(personWords.byTier, { tier: t(tierWords(tier)) })} {count}
        </>
      ),
    }));
  return (
    <div className="filters">
      {!asLeaders && (
        <ChoiceChips
          label={t(personWords.shown)}
          fit="scroll"
          value={filters.tier === undefined ? filters.show : OF_TIER + filters.tier}
          onChange={(chosen) =>
            filter(
              chosen.startsWith(OF_TIER)
                ? { show: undefined, tier: chosen.slice(OF_TIER.length) }
                : { show: chosen === 'all' ? undefined : chosen, tier: undefined },
            )
          }
          options={[...chips.slice(0, 1), ...tiers, ...chips.slice(1)]}
        />
      )}
      <div className="row wrap">
        <UnitChip
          label={t(personWords.unit)}
          all={t(personWords.allUnits)}
          value={filters.unit ?? ''}
          onChange={(unit) => filter({ unit: unit || undefined })}
        />
        {!asLeaders && (
          <SelectChip
            label={t(personWords.standing)}
            all={t(personWords.anyStanding)}
            value={filters.standing ?? ''}
            options={STANDING_KINDS.map((value) => ({ value, label: t(STANDING_KIND_WORDS[value]) }))}
            onChange={(standing) => filter({ standing: standing || undefined })}
          />
        )}
        <SelectChip
          label={t(personWords.state)}
          all={t(PEOPLE_STATE_WORDS.listed)}
          value={filters.state === 'listed' ? '' : filters.state}
          options={PEOPLE_STATES.filter((value) => value !== 'listed').map((value) => ({
            value,
            label: t(PEOPLE_STATE_WORDS[value]),
          }))}
          onChange={(state) => filter({ state: state || undefined })}
        />
        <SelectChip
          label={t(PEOPLE_SORT_WORDS.reading)}
          all={t(PEOPLE_SORT_WORDS.reading)}
          value={filters.sort === 'reading' ? '' : filters.sort}
          options={[{ value: 'strokes' as const, label: t(PEOPLE_SORT_WORDS.strokes) }]}
          onChange={(sort) => filter({ sort: sort || undefined })}
        />
        {!asLeaders && (
          <SelectChip
            label={t(personWords.party)}
            all={t(personWords.allParties)}
            value={filters.party ?? ''}
            options={[
              ...AFFILIATIONS.map((value) => ({ value, label: t(AFFILIATION_WORDS[value]) })),
              { value: 'none' as const, label: t(personWords.noParty) },
            ]}
            onChange={(party) => filter({ party: party || undefined })}
          />
        )}
        {may('report.exportPeople') && (
          <ExportControl
            endpoint={exportPeople}
            query={directory.exported}
            name={t(asLeaders ? personWords.leaders : personWords.representatives)}
          />
        )}
      </div>
    </div>
  );
}

/** Typing goes on without waiting; the list follows once it pauses. */
export function FindPeople({ directory }: { readonly directory: Directory }) {
  const t = useWords();
  const { filters, filter } = directory;
  const wanted = filters.q ?? '';
  const [typed, setTyped] = useState(wanted);
  const [shown, setShown] = useState(wanted);
  // The address changed by other means than typing: going back, clearing the filters.
  if (wanted !== shown) {
    setShown(wanted);
    if (wanted !== typed.trim()) setTyped(wanted);
  }
  useEffect(() => {
    if (typed.trim() === wanted) return;
    const timer = setTimeout(() => filter({ q: typed.trim() || undefined }, { replace: true }), 250);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new answer of the list is no new typing
  }, [typed, wanted]);
  return (
    <span className="find-people">
      <Icon name="search" size={16} />
      <input
        type="search"
        value={typed}
        maxLength={50}
        aria-label={t(personWords.findLabel)}
        placeholder={t(personWords.find)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}

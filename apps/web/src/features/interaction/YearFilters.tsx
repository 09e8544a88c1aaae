import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { YEAR_GROUPS } from '@zhengyou/domain/interaction/year.contract.ts';
import { CONTACT_STATES } from '@zhengyou/domain/interaction/year-of-contact.ts';
import { exportYear } from '@zhengyou/domain/report/report.contract.ts';
import type { RefObject } from 'react';
import { useSearchState } from '../../app/address.ts';
import { ExportControl } from '../../app/ExportControl.tsx';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { SelectChip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Legend } from '../../kit/Legend.tsx';
import { useTiers } from '../policy/use-tiers.ts';
import { SearchBox } from './SearchBox.tsx';
import type { Year } from './YearPage.tsx';
import { yearWords } from './year.words.ts';

const GROUP_LABELS = { state: yearWords.groupState, unit: yearWords.groupUnit, leader: yearWords.groupLeader };

type YearFiltersProps = { readonly year: Year; readonly finder: RefObject<HTMLInputElement | null> };

export function YearFilters({ year, finder }: YearFiltersProps) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const may = useMay();
  const exported = {
    year: year.year,
    tier: search['tier'],
    state: search['state'],
    unit: search['unit'],
    leader: search['leader'],
    q: search['q'],
    group: search['group'],
  };
  const { byTier, byState } = year;
  const tiers = useTiers().filter(({ id }) => byTier[id] !== undefined || id === search['tier']);
  const all = Object.values(byTier).reduce((sum, count) => sum + count, 0);
  const named = (choice: Year['units'][number]) => ({
    value: choice.id,
    label: t(yearWords.choiceCount, { name: choice.name || t(yearWords.unnamed), count: choice.count }),
  });
  return (
    <div className="row apart wrap year-filters">
      <div className="row wrap">
        <ChoiceChips
          label={t(yearWords.tier)}
          options={[
            { value: '', label: t(yearWords.all, { count: all }) },
            ...tiers.map(({ id, name }) => ({
              value: id,
              label: t(yearWords.choiceCount, { name: t(name), count: byTier[id] ?? 0 }),
            })),
          ]}
          value={search['tier'] ?? ''}
          onChange={(tier) => setSearch({ tier: tier === '' ? undefined : tier })}
        />
        <SelectChip
          label={t(yearWords.state)}
          all={t(yearWords.anyState)}
          value={search['state'] ?? ''}
          options={CONTACT_STATES.filter((state) => byState[state] !== undefined || state === search['state']).map(
            (state) => ({
              value: state as string,
              label: t(yearWords.choiceCount, { name: t(CONTACT_STATE_WORDS[state]), count: byState[state] ?? 0 }),
            }),
          )}
          onChange={(state) => setSearch({ state })}
        />
        {(year.units.length > 1 || search['unit'] !== undefined) && (
          <SelectChip
            label={t(yearWords.unit)}
            all={t(yearWords.anyUnit)}
            value={search['unit'] ?? ''}
            options={year.units.map(named)}
            onChange={(chosen) => setSearch({ unit: chosen, leader: undefined })}
          />
        )}
        {(year.leaders.length > 1 || search['leader'] !== undefined) && (
          <SelectChip
            label={t(yearWords.leader)}
            all={t(yearWords.anyLeader)}
            value={search['leader'] ?? ''}
            options={year.leaders.map(named)}
            onChange={(leader) => setSearch({ leader })}
          />
        )}
        <SelectChip
          label={t(yearWords.group)}
          value={search['group'] ?? 'state'}
          options={YEAR_GROUPS.map((group) => ({ value: group as string, label: t(GROUP_LABELS[group]) }))}
          onChange={(group) => setSearch({ group: group === 'state' ? undefined : group })}
        />
        <SearchBox label={t(yearWords.find)} ref={finder} />
        {may('report.exportYear') && <ExportControl endpoint={exportYear} query={exported} name={t(yearWords.title)} />}
      </div>
      <Legend
        items={(['talk', 'visit', 'event', 'planned'] as const).map((kind) => ({ kind, label: t(yearWords[kind]) }))}
      />
    </div>
  );
}

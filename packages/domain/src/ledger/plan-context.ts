/** What the three kinds of rows share while one plan is made: who and what is known, what was planned so far. */
import type { PlainDate } from '../kit/plain-date.ts';
import { squeeze, toHalfWidth } from '../person/name-text.ts';
import type { Tier } from '../policy/vocabulary.ts';
import { fixOf, SKIP_ROW, type Collector, type Raised, type RowScope } from './collector.ts';
import type { DatedFactFacts, Known, Ref, StandingFacts } from './known.ts';
import { createNearNames, type Draft, type PeopleBook, type PeopleRole } from './people-book.ts';
import type { Fix, LedgerPlan, PlannedAlias, PlannedUnit, Readings } from './plan.types.ts';
import { cellName } from './sheet.ts';
import type { UnitKind } from '../unit/unit.contract.ts';
import { unitReader } from './units.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Lists = Pick<
  LedgerPlan,
  'representatives' | 'posts' | 'standings' | 'datedFacts' | 'pairings' | 'talks' | 'appointments'
>;
export type PlannedLists = { -readonly [K in keyof Lists]: Lists[K][number][] };
type Tally<K extends keyof Readings> = Map<string, Mutable<Readings[K][number]>>;

/** `ask`: an open question of this row holds it back; `waiting`: one that is asked for many rows at once. */
export type UnitResult = { readonly kind: 'unit'; readonly unit: Ref } | { readonly kind: 'ask' | 'waiting' };

export type PlanContext = ReturnType<typeof createContext>;

const kindOfUnit = (name: string): UnitKind =>
  /医院|院区|门诊/.test(name)
    ? 'hospital'
    : /学院|系$|书院/.test(name)
      ? 'college'
      : name.endsWith('中心')
        ? 'centre'
        : 'department';

/** The value already counted under the key, or a new one; either way one row more. */
export function countRow<T extends { rows: number }>(tally: Map<string, T>, key: string, make: () => T): void {
  const found = tally.get(key);
  if (found) found.rows += 1;
  else tally.set(key, { ...make(), rows: 1 });
}

export function createContext(input: {
  readonly known: Known;
  readonly today: PlainDate;
  readonly collector: Collector;
  readonly book: PeopleBook;
}) {
  const { known, collector, book } = input;
  // A unit that the ledger brings stands with the other units, whatever the measures call their tier.
  const unitTier = known.units.find((unit) => unit.kind !== 'institution')?.tier ?? 'unit';
  const units = new Map(known.units.map((unit) => [unit.id, unit] as const));
  const readUnit = unitReader(known.units, known.institution);
  const plannedUnits: PlannedUnit[] = [];
  const plannedAliases: PlannedAlias[] = [];
  const decidedForms = new Map<string, UnitResult>();
  const lists: PlannedLists = {
    representatives: [],
    posts: [],
    standings: [],
    datedFacts: [],
    pairings: [],
    talks: [],
    appointments: [],
  };
  const readings = {
    units: new Map() as Tally<'units'>,
    standings: new Map() as Tally<'standings'>,
    channels: new Map() as Tally<'channels'>,
    parties: new Map() as Tally<'parties'>,
  };
  const ownNames = [known.institution.name, known.institution.shortName].map(squeeze).filter((name) => name !== '');

  const standingsOf = new Map<Ref, StandingFacts[]>();
  for (const standing of known.standings) pushTo(standingsOf, standing.person, standing);
  const factsOf = new Map<Ref, DatedFactFacts[]>();
  for (const fact of known.datedFacts) pushTo(factsOf, fact.person, fact);
  /** Where in the list of planned standings one stands, so that a later row can complete it. */
  const plannedAt = new Map<StandingFacts, number>();
  const storedRepresentatives = new Set(
    known.people.filter((person) => person.isRepresentative).map((person) => person.id),
  );
  const pairKey = (leader: Ref, representative: Ref) => JSON.stringify([leader, representative]);
  const storedPairs = new Set(known.pairings.map(({ leader, representative }) => pairKey(leader, representative)));
  const leadersOf = new Map<Ref, Set<Ref>>();
  const pairedWith = new Map<Ref, Set<Ref>>();
  const addPair = (leader: Ref, representative: Ref) => {
    leadersOf.set(representative, (leadersOf.get(representative) ?? new Set()).add(leader));
    pairedWith.set(leader, (pairedWith.get(leader) ?? new Set()).add(representative));
  };
  for (const { leader, representative } of known.pairings) addPair(leader, representative);

  const unitName = (ref: Ref): string =>
    units.get(ref)?.name ?? plannedUnits.find((unit) => unit.key === ref)?.name ?? '';

  function askUnit(
    form: string,
    written: string,
    scope: RowScope,
    candidates: readonly string[],
    proposed: string | null,
  ): UnitResult {
    const column = scope.place.columns.unit ?? null;
    const fixes: Fix[] = [
      ...candidates.map((id) =>
        fixOf('chooseUnit', {
          value: id,
          facts: { unit: unitName(id) },
          ...(id === proposed ? { proposed: true } : {}),
        }),
      ),
      fixOf('chooseUnit', { needs: 'unit' }),
      fixOf('createUnit', { facts: { unit: written } }),
    ];
    const decision = collector.raiseAt(
      {
        key: `units!${form}:unitUnknown`,
        level: 'ask',
        sheet: scope.place.sheet,
        kind: scope.place.kind,
        row: scope.row,
        column,
        cell: column === null ? String(scope.row) : cellName(scope.row, column),
        written,
        code: 'unitUnknown',
        facts: { written, ...(proposed === null ? {} : { unit: unitName(proposed) }) },
        fixes,
      },
      ({ fix, value }) => !fix.startsWith('chooseUnit') || (value !== undefined && units.has(value)),
    );
    if (decision === undefined) return { kind: 'waiting' };
    if (decision.fix === 'createUnit') {
      const key = `units!${form}`;
      plannedUnits.push({
        key,
        action: 'create',
        source: scope.source,
        name: written,
        kind: kindOfUnit(written),
        tier: unitTier,
      });
      return { kind: 'unit', unit: key };
    }
    const unit = decision.value ?? '';
    plannedAliases.push({ key: `aliases!${form}`, action: 'create', source: scope.source, unit, written });
    return { kind: 'unit', unit };
  }

  /** Everybody belongs to a unit: it decides who keeps the record. Where no column says it, one answer serves the sheet. */
  function askMissingUnit(scope: RowScope, name: string): UnitResult {
    const { place, row } = scope;
    const fixes = [fixOf('chooseUnit', { needs: 'unit' }), SKIP_ROW];
    const follows: Raised['follows'] = ({ fix, value }) =>
      fix !== 'chooseUnit' || (value !== undefined && units.has(value));
    if (place.columns.unit !== undefined) {
      const decision = scope.raise({
        code: 'unitMissing',
        level: 'ask',
        field: 'unit',
        written: '',
        facts: { name },
        fixes,
        follows,
      });
      return decision?.value === undefined ? { kind: 'ask' } : { kind: 'unit', unit: decision.value };
    }
    const form = `${place.key}!unitMissing`;
    const decided = decidedForms.get(form);
    if (decided) return decided;
    const at = {
      level: 'ask',
      sheet: place.sheet,
      kind: place.kind,
      row,
      column: null,
      cell: String(row),
      written: '',
    } as const;
    const decision = collector.raiseAt(
      { ...at, key: form, code: 'unitMissing', facts: { name }, fixes: fixes.slice(0, 1) },
      follows,
    );
    const result: UnitResult =
      decision?.value === undefined ? { kind: 'waiting' } : { kind: 'unit', unit: decision.value };
    decidedForms.set(form, result);
    return result;
  }

  function resolveUnit(text: string, scope: RowScope, name: string): UnitResult {
    const reading = readUnit(text);
    if (reading.kind === 'blank') return askMissingUnit(scope, name);
    const written = toHalfWidth(text).trim();
    const form = squeeze(text);
    if (reading.kind === 'certain') {
      if (reading.how !== 'name') scope.tidy('unitShortForm', 'unit', written, unitName(reading.unit));
      countRow(readings.units, form, () => ({ written, unit: reading.unit, how: reading.how, rows: 1 }));
      return { kind: 'unit', unit: reading.unit };
    }
    const result = decidedForms.get(form) ?? askUnit(form, written, scope, reading.candidates, reading.proposed);
    decidedForms.set(form, result);
    const unit = result.kind === 'unit' ? result.unit : null;
    if (unit !== null && units.has(unit)) scope.tidy('unitShortForm', 'unit', written, unitName(unit));
    countRow(readings.units, form, () => ({ written, unit, how: unit === null ? 'asked' : 'decided', rows: 1 }));
    return result;
  }

  const nearNames: Partial<Record<PeopleRole, (name: string) => string[]>> = {};
  const listNear = (name: string, role: PeopleRole): Draft[] => {
    const near = (nearNames[role] ??= createNearNames(book.listNames(role)));
    return near(name).flatMap((each) => book.listNamed(each, role));
  };

  return {
    ...input,
    ownNames,
    lists,
    readings,
    plannedUnits,
    plannedAliases,
    standingsOf,
    factsOf,
    plannedAt,
    storedRepresentatives,
    isStoredPair: (leader: Ref, representative: Ref) => storedPairs.has(pairKey(leader, representative)),
    leadersOf,
    pairedWith,
    addPair,
    unitName,
    tierOf: (ref: Ref): Tier => units.get(ref)?.tier ?? unitTier,
    resolveUnit,
    listNear,
  };
}

export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}

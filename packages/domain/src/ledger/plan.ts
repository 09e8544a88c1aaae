/**
 * The dry run of a ledger: pure, complete, and the same for the same input. Nothing is written here; what could not be
 * understood stands among the problems with what can be chosen, and a choice is applied by planning anew.
 */
import type { PlainDate } from '../kit/plain-date.ts';
import { createCollector, type RowOutcome, type RowScope, type SheetPlace } from './collector.ts';
import { recogniseSheets, REQUIRED_FIELDS, type LedgerMapping, type SheetKind } from './headings.ts';
import type { Known, Ref } from './known.ts';
import { createPeopleBook } from './people-book.ts';
import { createContext, type PlanContext } from './plan-context.ts';
import { planLeaderRow } from './plan-leaders.ts';
import { indexPosts } from './plan-posts.ts';
import { planRepresentativeRow } from './plan-representatives.ts';
import { indexTalks, planTalkRow } from './plan-talks.ts';
import type { Decisions, IgnoredRow, LedgerPlan, LedgerProblem, PlannedPerson } from './plan.types.ts';
import { listDataRows, readCells, type CellReader, type DataRow } from './rows.ts';
import { cellName, type LedgerSheet } from './sheet.ts';

export type PlanInput = {
  readonly sheets: readonly LedgerSheet[];
  readonly mapping: LedgerMapping;
  readonly decisions: Decisions;
  readonly known: Known;
  readonly today: PlainDate;
};

/** Leaders before those they are paired with, both before the talks that name them. */
const ORDER: readonly SheetKind[] = ['leaders', 'representatives', 'talks'];

function listPlaces(mapping: LedgerMapping): SheetPlace[] {
  const seen: Partial<Record<SheetKind, number>> = {};
  return mapping.sheets.flatMap((sheet): SheetPlace[] => {
    const { kind } = sheet;
    if (kind === null) return [];
    const number = (seen[kind] ?? 0) + 1;
    seen[kind] = number;
    return [{ ...sheet, kind, key: number === 1 ? kind : `${kind}${number}` }];
  });
}

const missingFields = (place: SheetPlace) =>
  REQUIRED_FIELDS[place.kind].filter((field) => place.columns[field] === undefined);

type SheetProblem = Omit<LedgerProblem, 'settled' | 'decision' | 'decisionRefused'>;

function listSheetProblems(
  input: PlanInput,
  places: readonly SheetPlace[],
): { problems: SheetProblem[]; columns: LedgerPlan['columns'] } {
  const problems: SheetProblem[] = [];
  const common = { column: null, written: '', facts: {}, fixes: [] } as const;
  const recognised = new Map(recogniseSheets(input.sheets).sheets.map((sheet) => [sheet.sheet, sheet]));
  const columns: { -readonly [K in keyof LedgerPlan['columns']]: LedgerPlan['columns'][K][number][] } = {
    notTaken: [],
    unrecognised: [],
  };
  for (const place of places) {
    const { sheet, kind, headingRow: row } = place;
    const at = { ...common, sheet, kind, row };
    for (const field of missingFields(place))
      problems.push({
        ...at,
        key: `${place.key}!${row}:columnMissing:${field}`,
        level: 'refused',
        cell: `${row}`,
        code: 'columnMissing',
        facts: { field },
      });
    const taken = new Map(Object.entries(place.columns).map(([field, column]) => [column, field]));
    for (const { column, written, field } of recognised.get(sheet)?.notTaken ?? []) {
      columns.notTaken.push({ sheet, column, written, field });
      if (field !== 'sex') continue;
      const cell = cellName(row, column);
      problems.push({
        ...at,
        key: `${place.key}!${cell}:columnNotTaken`,
        level: 'note',
        column,
        cell,
        written,
        code: 'columnNotTaken',
        facts: { field },
      });
    }
    for (const { column, written } of recognised.get(sheet)?.unrecognised ?? []) {
      if (taken.has(column)) continue;
      const cell = cellName(row, column);
      columns.unrecognised.push({ sheet, column, written });
      problems.push({
        ...at,
        key: `${place.key}!${cell}:columnUnrecognised`,
        level: 'note',
        column,
        cell,
        written,
        code: 'columnUnrecognised',
      });
    }
  }
  const mapped = new Set(input.mapping.sheets.map(({ sheet }) => sheet));
  for (const { sheet, isEmpty } of recognised.values()) {
    const isRead = places.some((place) => place.sheet === sheet);
    // A sheet that the user set aside is no news to them.
    const isSetAside = mapped.has(sheet) && recognised.get(sheet)?.kind !== null;
    if (isRead || isEmpty || isSetAside) continue;
    problems.push({
      ...common,
      key: `${sheet}:sheetNotRecognised`,
      level: 'note',
      sheet,
      kind: null,
      row: 0,
      cell: '',
      code: 'sheetNotRecognised',
    });
  }
  if (places.length === 0) {
    const sheet = input.sheets[0]?.name ?? '';
    problems.push({
      ...common,
      key: 'file:nothingRecognised',
      level: 'refused',
      sheet,
      kind: null,
      row: 0,
      cell: '',
      code: 'nothingRecognised',
    });
  }
  return { problems, columns };
}

type RowPlanner = (scope: RowScope, cells: CellReader) => RowOutcome;

function createPlanners(context: PlanContext, known: Known): Record<SheetKind, RowPlanner> {
  const posts = indexPosts(context);
  const talks = indexTalks(known.talks);
  const appointments = indexTalks(known.appointments);
  return {
    leaders: (scope, cells) => planLeaderRow(context, scope, cells, posts),
    representatives: (scope, cells) => planRepresentativeRow(context, scope, cells),
    talks: (scope, cells) => planTalkRow(context, scope, cells, talks, appointments),
  };
}

const listPeople = (context: PlanContext): PlannedPerson[] =>
  context.book.listTouched().map((draft) => {
    const [source] = draft.rows;
    return Object.assign({}, draft.facts, {
      key: draft.ref,
      ref: draft.ref,
      roles: [...draft.roles],
      action: draft.isStored ? (draft.changed.size > 0 ? 'change' : 'same') : 'create',
      changed: draft.isStored ? [...draft.changed] : [],
      rows: draft.rows,
      source: source ?? { sheet: '', row: 0 },
    } as const);
  });

/** Two people with one number: rarely true, often a slip of one row. */
function showSharedPhones(context: PlanContext, scopes: Map<Ref, RowScope>, people: readonly PlannedPerson[]): void {
  const first = new Map<string, { ref: Ref; name: string }>();
  for (const { id, phone, name } of context.known.people)
    if (phone !== null && !first.has(phone)) first.set(phone, { ref: id, name });
  for (const { ref, phone, name, action } of people) {
    if (phone === null) continue;
    const other = first.get(phone);
    if (!other) first.set(phone, { ref, name });
    else if (other.ref !== ref && action !== 'same')
      scopes.get(ref)?.raise({
        code: 'phoneShared',
        level: 'note',
        field: 'phone',
        written: phone,
        facts: { name, other: other.name },
      });
  }
}

export function planLedger(input: PlanInput): LedgerPlan {
  const { known, today } = input;
  const collector = createCollector(input.decisions);
  const book = createPeopleBook(known);
  const context = createContext({ known, today, collector, book });
  const places = listPlaces(input.mapping);
  const planners = createPlanners(context, known);
  const ignored: IgnoredRow[] = [];
  const bySheet = new Map(input.sheets.map((sheet) => [sheet.name, sheet]));
  const { problems: sheetProblems, columns } = listSheetProblems(input, places);
  for (const problem of sheetProblems) collector.raiseAt(problem);

  for (const kind of ORDER) {
    const open: { scope: RowScope; outcome: RowOutcome; monthOnly: boolean }[] = [];
    const scopes = new Map<Ref, RowScope>();
    for (const place of places.filter((each) => each.kind === kind)) {
      const sheet = bySheet.get(place.sheet);
      if (!sheet || missingFields(place).length > 0) continue;
      const { rows, ignored: notes } = listDataRows(sheet, place);
      ignored.push(...notes);
      for (const data of rows) {
        const scope = collector.scopeOf(place, data.row);
        scopes.set(`${place.key}!${data.row}`, scope);
        open.push({ scope, ...planRow(context, planners[kind], scope, data) });
      }
    }
    if (kind !== 'talks') {
      const people = listPeople(context);
      showSharedPhones(context, scopes, people);
    }
    for (const { scope, outcome, monthOnly } of open) scope.close(outcome, { monthOnly });
  }

  const problems = withRowCounts(collector.problems, context).sort(byPlace(input.sheets));
  return {
    today,
    problems,
    open: problems.filter(({ level, settled }) => level !== 'note' && !settled).length,
    counts: collector.counts,
    tidied: collector.listTidied(),
    readings: {
      units: [...context.readings.units.values()],
      standings: [...context.readings.standings.values()],
      channels: [...context.readings.channels.values()],
      parties: [...context.readings.parties.values()],
    },
    ignored,
    columns,
    units: context.plannedUnits,
    aliases: context.plannedAliases,
    people: listPeople(context),
    ...context.lists,
  };
}

function planRow(
  context: PlanContext,
  planner: RowPlanner,
  scope: RowScope,
  data: DataRow,
): { outcome: RowOutcome; monthOnly: boolean } {
  const before = context.lists.talks.length;
  const outcome = planner(scope, readCells(data, scope));
  const talk = context.lists.talks[before];
  return { outcome, monthOnly: talk?.precision === 'month' };
}

/** A unit is asked once for all its rows; how many they are is known only at the end. */
const withRowCounts = (problems: readonly LedgerProblem[], context: PlanContext): LedgerProblem[] =>
  problems.map((problem) => {
    if (problem.code !== 'unitUnknown') return problem;
    const form = problem.key.slice('units!'.length, -':unitUnknown'.length);
    return { ...problem, facts: { ...problem.facts, rows: context.readings.units.get(form)?.rows ?? 1 } };
  });

function byPlace(sheets: readonly LedgerSheet[]) {
  const order = new Map(sheets.map(({ name }, at) => [name, at]));
  return (a: LedgerProblem, b: LedgerProblem) =>
    (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) ||
    a.row - b.row ||
    (a.column ?? -1) - (b.column ?? -1) ||
    (a.key < b.key ? -1 : 1);
}

/** Whether applying the plan would write nothing. */
export const isNothingNew = (plan: LedgerPlan): boolean =>
  [
    plan.units,
    plan.aliases,
    plan.people,
    plan.representatives,
    plan.posts,
    plan.standings,
    plan.datedFacts,
    plan.pairings,
    plan.talks,
    plan.appointments,
  ].every((list) => list.every(({ action }) => action === 'same'));

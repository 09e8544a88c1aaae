/** What stands in the way: which rows are shown, which one is open, what a decision makes of it. */
import type { FixKind } from '@zhengyou/domain/ledger/plan.types.ts';
import { LEVELS, type DecisionChange, type Fix, type Level, type Problem } from './shapes.ts';

export type LevelRows = { readonly level: Level; readonly items: readonly Problem[]; readonly total: number };

/** Of the kinds that are not chosen only the first few are listed. */
export const FEW = 3;

export type Section = LevelRows & { readonly shown: readonly Problem[]; readonly chosen: boolean };

/** The chosen kind whole and first, then the others in short; kinds with nothing in them are left out. */
export function sectionsOf(rows: readonly LevelRows[], chosen: Level): readonly Section[] {
  const order = [...LEVELS].sort((a, b) => Number(b === chosen) - Number(a === chosen));
  return order.flatMap((level): Section[] => {
    const found = rows.find((each) => each.level === level);
    if (!found || (found.total === 0 && level !== chosen)) return [];
    const isChosen = level === chosen;
    return [{ ...found, chosen: isChosen, shown: isChosen ? found.items : found.items.slice(0, FEW) }];
  });
}

/** Where to begin: with what is refused, then what is asked, as long as something there is open. */
export const firstLevel = (rows: readonly LevelRows[]): Level =>
  rows.find(({ items }) => items.some((problem) => isOpen(problem)))?.level ??
  rows.find(({ total }) => total > 0)?.level ??
  'refused';

export const isOpen = (problem: Problem): boolean => problem.level !== 'note' && !problem.settled;

/** Rows that were not fetched yet count as open: nobody has decided what nobody has seen. */
export const countOpen = ({ items, total }: Pick<LevelRows, 'items' | 'total'>): number =>
  total - items.filter((problem) => problem.settled).length;

/** The row of the key; where it went away, whatever took its place. */
export function findSelected(
  shown: readonly Problem[],
  key: string | undefined,
  lastIndex: number,
): Problem | undefined {
  return shown.find((problem) => problem.key === key) ?? shown[Math.min(Math.max(0, lastIndex), shown.length - 1)];
}

/** Undefined at either end: the list does not go round. */
export function neighbourOf(shown: readonly Problem[], key: string | undefined, by: 1 | -1): Problem | undefined {
  const at = shown.findIndex((problem) => problem.key === key);
  return at < 0 ? shown[0] : shown[at + by];
}

export const proposalOf = (problem: Problem): Fix | undefined => problem.fixes.find((fix) => fix.proposed);

export type Bulk = {
  readonly kind: FixKind;
  readonly items: readonly { readonly problem: Problem; readonly fix: Fix }[];
};

/** Open questions with a proposal, by what is proposed. One alone is decided where it stands. */
export function bulksOf(problems: readonly Problem[]): readonly Bulk[] {
  const proposals = problems.flatMap((problem) => {
    const fix = problem.settled ? undefined : proposalOf(problem);
    return fix ? [{ problem, fix }] : [];
  });
  return [...Map.groupBy(proposals, ({ fix }) => fix.kind)]
    .map(([kind, items]) => ({ kind, items }))
    .filter(({ items }) => items.length > 1);
}

export const takeProposals = (items: Bulk['items'], without: ReadonlySet<string>): DecisionChange[] =>
  items
    .filter(({ problem }) => !without.has(problem.key))
    .map(({ problem, fix }) => ({ key: problem.key, decision: { fix: fix.id } }));

export const takeBack = (changes: readonly DecisionChange[]): DecisionChange[] =>
  changes.map(({ key }) => ({ key, decision: null }));

/** How a list looks once the decisions are kept; the server's own answer follows. */
export function withDecisions(problems: readonly Problem[], changes: readonly DecisionChange[]): readonly Problem[] {
  const changed = new Map(changes.map((change) => [change.key, change.decision]));
  return problems.map((problem) => {
    if (!changed.has(problem.key)) return problem;
    const { decision: _old, decisionRefused: _refused, ...rest } = problem;
    const decision = changed.get(problem.key);
    if (!decision) return { ...rest, settled: false };
    const value = decision.value ?? problem.fixes.find(({ id }) => id === decision.fix)?.value;
    return { ...rest, settled: true, decision: { fix: decision.fix, ...(value === undefined ? {} : { value }) } };
  });
}

/** Open rows with the same words and the same question, which the same answer fits. */
export const listAlike = (
  problems: readonly Problem[],
  { key, code, written, decision }: Problem,
): readonly Problem[] =>
  problems.filter(
    (other) =>
      other.key !== key &&
      other.code === code &&
      other.written === written &&
      !other.settled &&
      other.fixes.some(({ id }) => id === decision?.fix),
  );

/** The server takes so many at once. */
const AT_ONCE = 2000;
export const inPortions = <T>(all: readonly T[], size = AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/**
 * Gathers, row by row, what was tidied, what stands in the way and what was decided. A row's notes and tidyings count only
 * when something of the row is taken or may still be: nobody needs to know that a refused row had blanks behind a name.
 */
import type { Facts } from '../kit/refusal.ts';
import type { LedgerField, MappedSheet, SheetKind } from './headings.ts';
import type {
  Decision,
  Decisions,
  Fix,
  LedgerProblem,
  ProblemLevel,
  SheetCounts,
  Source,
  Tidied,
  TidyKind,
} from './plan.types.ts';
import { TIDY_KINDS } from './plan.types.ts';
import type { ProblemCode } from './problem-codes.ts';
import { cellName } from './sheet.ts';

/** `key` tells apart two sheets of one kind: `talks`, `talks2`. */
export type SheetPlace = MappedSheet & { readonly kind: SheetKind; readonly key: string };

export type Raised = {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  readonly field?: LedgerField;
  readonly written: string;
  readonly facts?: Facts;
  readonly fixes?: readonly Fix[];
  /** Tells apart two problems of one code in one cell. */
  readonly detail?: string;
  /** Whether the decided value can be followed; without it any value of an offered fix can. */
  readonly follows?: (decision: Decision) => boolean;
};

export type RowOutcome = 'fresh' | 'changed' | 'same' | 'merged' | 'ask' | 'waiting' | 'refused' | 'skipped';

export type RowScope = {
  readonly place: SheetPlace;
  readonly row: number;
  readonly source: Source;
  /** Answers the decision where one was made and can be followed. */
  readonly raise: (raised: Raised) => Decision | undefined;
  readonly tidy: (kind: TidyKind, field: LedgerField, written: string, read: string) => void;
  /** Somebody chose to leave this row out. */
  readonly isSkipped: () => boolean;
  readonly hasOpen: (level: ProblemLevel) => boolean;
  readonly close: (outcome: RowOutcome, more?: { readonly monthOnly?: boolean }) => void;
};

const SAMPLES = 5;

const emptyCounts = () => ({
  rows: 0,
  acceptable: 0,
  fresh: 0,
  matched: 0,
  same: 0,
  merged: 0,
  ask: 0,
  waiting: 0,
  refused: 0,
  skipped: 0,
  partly: 0,
  monthOnly: 0,
});

export type Collector = ReturnType<typeof createCollector>;

export function createCollector(decisions: Decisions) {
  const decided = new Map(Object.entries(decisions));
  const problems: LedgerProblem[] = [];
  const keys = new Set<string>();
  const tidied = new Map<TidyKind, { count: number; samples: Tidied['samples'][number][] }>();
  const counts: Record<SheetKind, { -readonly [K in keyof SheetCounts]: number }> = {
    representatives: emptyCounts(),
    leaders: emptyCounts(),
    talks: emptyCounts(),
  };

  const uniqueKey = (wanted: string): string => {
    let key = wanted;
    for (let turn = 2; keys.has(key); turn += 1) key = `${wanted}:${turn}`;
    keys.add(key);
    return key;
  };

  /** What was decided, if it is one of the fixes and can be followed. */
  function follow(key: string, fixes: readonly Fix[], follows?: (decision: Decision) => boolean) {
    const decision = decided.get(key);
    if (!decision) return {};
    const fix = fixes.find(({ id }) => id === decision.fix);
    const value = decision.value ?? fix?.value;
    const whole: Decision = { fix: decision.fix, ...(value === undefined ? {} : { value }) };
    const fits = fix !== undefined && (fix.needs === undefined || value !== undefined) && (follows?.(whole) ?? true);
    return fits ? { decision: whole, settled: true } : { decision, decisionRefused: true as const };
  }

  function makeProblem(
    at: Omit<LedgerProblem, 'settled' | 'decision' | 'decisionRefused'>,
    follows?: Raised['follows'],
  ) {
    return { ...at, settled: false, ...follow(at.key, at.fixes, follows) } satisfies LedgerProblem;
  }

  function scopeOf(place: SheetPlace, row: number): RowScope {
    const mine: LedgerProblem[] = [];
    const tidyings: { kind: TidyKind; sample: Tidied['samples'][number] }[] = [];
    const columnOf = (field: LedgerField | undefined) => (field === undefined ? null : (place.columns[field] ?? null));
    counts[place.kind].rows += 1;

    const raise = (raised: Raised): Decision | undefined => {
      const column = columnOf(raised.field);
      const cell = column === null ? String(row) : cellName(row, column);
      const detail = raised.detail === undefined ? '' : `:${raised.detail}`;
      const problem = makeProblem(
        {
          key: uniqueKey(`${place.key}!${cell}:${raised.code}${detail}`),
          level: raised.level,
          sheet: place.sheet,
          kind: place.kind,
          row,
          column,
          cell,
          written: raised.written,
          code: raised.code,
          facts: raised.facts ?? {},
          fixes: raised.fixes ?? [],
        },
        raised.follows,
      );
      mine.push(problem);
      return problem.settled ? problem.decision : undefined;
    };

    return {
      place,
      row,
      source: { sheet: place.sheet, row },
      raise,
      tidy: (kind, field, written, read) => {
        const column = columnOf(field);
        const cell = column === null ? String(row) : cellName(row, column);
        tidyings.push({ kind, sample: { sheet: place.sheet, cell, written, read } });
      },
      isSkipped: () => mine.some(({ settled, decision }) => settled && decision?.fix === 'skipRow'),
      hasOpen: (level) => mine.some((problem) => problem.level === level && !problem.settled),
      close: (outcome, more = {}) => {
        const tally = counts[place.kind];
        const dropped = outcome === 'refused' || outcome === 'skipped';
        problems.push(
          ...mine.filter((problem) => !dropped || problem.level !== 'note' || problem.decision !== undefined),
        );
        if (outcome === 'changed' || outcome === 'same') tally.matched += 1;
        if (outcome !== 'changed') tally[outcome] += 1;
        if (dropped) return;
        for (const { kind, sample } of tidyings) {
          const all = tidied.get(kind) ?? { count: 0, samples: [] };
          all.count += 1;
          if (all.samples.length < SAMPLES) all.samples.push(sample);
          tidied.set(kind, all);
        }
        if (outcome === 'ask' || outcome === 'waiting') return;
        tally.acceptable += 1;
        if (mine.some((problem) => problem.level === 'ask' && !problem.settled)) tally.partly += 1;
        if (more.monthOnly) tally.monthOnly += 1;
      },
    };
  }

  return {
    scopeOf,
    counts,
    problems,
    /** A problem of the file rather than of one row; `key` is its own. */
    raiseAt: (
      at: Omit<LedgerProblem, 'settled' | 'decision' | 'decisionRefused'>,
      follows?: Raised['follows'],
    ): Decision | undefined => {
      const problem = makeProblem({ ...at, key: uniqueKey(at.key) }, follows);
      problems.push(problem);
      return problem.settled ? problem.decision : undefined;
    },
    listTidied: (): Tidied[] =>
      TIDY_KINDS.flatMap((kind) => {
        const all = tidied.get(kind);
        return all ? [{ kind, ...all }] : [];
      }),
  };
}

export const fixOf = (kind: Fix['kind'], more: Omit<Fix, 'id' | 'kind'> = {}): Fix => ({
  id: more.value === undefined ? kind : `${kind}:${more.value}`,
  kind,
  ...more,
});
export const SKIP_ROW: Fix = fixOf('skipRow');

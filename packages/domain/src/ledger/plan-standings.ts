/** The standings of one row against those already held: the same, a term filled in, a new term, or another standing. */
import { firstDayOf } from '../calendar/precision.ts';
import { addDays } from '../kit/plain-date.ts';
import { cleanText } from '../person/name-text.ts';
import type { StandingReading } from '../person/standing-text.ts';
import { fixOf, type RowScope } from './collector.ts';
import { standingIdentity, type Ref, type StandingFacts } from './known.ts';
import { boundsOf, boundsText, readTerm, type Bounds } from './partial-date.ts';
import { pushTo, type PlanContext } from './plan-context.ts';
import type { CellReader } from './rows.ts';

const NO_TERM: Bounds = { startsOn: null, endsOn: null, precision: null };

const findTerm = (text: string): Bounds | undefined => {
  const read = readTerm(text);
  return read.kind === 'term' ? boundsOf(read.from, read.until) : undefined;
};

/** One term a standing: as many as standings by their order, or one for all of the row, which is then said. */
export function readTerms(scope: RowScope, cells: CellReader, standings: number): readonly Bounds[] {
  const written = cells.text('term');
  const none = Array.from({ length: standings }, () => NO_TERM);
  if (cleanText(written) === '' || standings === 0) return none;
  const parts = cleanText(written)
    .split(/[\n;；、，,]+/)
    .filter((part) => part.trim() !== '');
  const several = parts.map(findTerm).filter((term) => term !== undefined);
  if (parts.length > 1 && parts.length === standings && several.length === standings) return several;

  const read = readTerm(written);
  if (read.kind === 'blank') return none;
  let term = findTerm(written);
  if (read.kind === 'term' && read.respelt)
    scope.tidy('termSpelling', 'term', written, boundsText(boundsOf(read.from, read.until)));
  if (!term) {
    const decision = scope.raise({
      code: 'termUnreadable',
      level: 'note',
      field: 'term',
      written,
      fixes: [fixOf('useTerm', { needs: 'term' })],
      follows: ({ value }) => findTerm(value ?? '') !== undefined,
    });
    term = findTerm(decision?.value ?? '');
  }
  if (!term) return none;
  const shared = term;
  if (standings === 1) return [shared];
  const decision = scope.raise({
    code: 'termShared',
    level: 'note',
    field: 'term',
    written,
    facts: { count: standings },
    fixes: [fixOf('termForFirst')],
  });
  return none.map((empty, at) => (at === 0 || decision?.fix !== 'termForFirst' ? shared : empty));
}

const isSameTerm = (a: Bounds, b: Bounds) => a.startsOn === b.startsOn && a.endsOn === b.endsOn;
export const hasTerm = (term: Bounds) => term.startsOn !== null || term.endsOn !== null;

/** Answers whether anything is new. */
export function planStandings(
  context: PlanContext,
  scope: RowScope,
  person: Ref,
  standings: readonly StandingReading[],
  terms: readonly Bounds[],
  cells: CellReader,
): boolean {
  const { standingsOf, lists, plannedAt } = context;
  let isChanged = false;
  standings.forEach((read, at) => {
    const term = terms[at] ?? NO_TERM;
    const { levelWritten, ...facts } = read;
    const identity = standingIdentity({ ...facts, person });
    const held = (standingsOf.get(person) ?? []).filter((each) => standingIdentity(each) === identity);
    const planned = {
      key: `${scope.place.key}!${scope.row}/standing${at + 1}`,
      source: scope.source,
      person,
      ...facts,
      levelWritten,
    };
    const add = () => {
      const standing = { ...planned, ...term, stored: null, action: 'create' } as const;
      plannedAt.set(standing, lists.standings.push(standing) - 1);
      pushTo(standingsOf, person, standing);
      isChanged = true;
    };
    const change = (standing: StandingFacts, next: Bounds) => {
      replacePlanned(context, standing, { ...planned, ...next });
      isChanged = true;
    };
    const keep = (standing: StandingFacts) => {
      const stored = storedIdOf(standing);
      if (stored !== null)
        lists.standings.push({
          ...planned,
          startsOn: standing.startsOn,
          endsOn: standing.endsOn,
          precision: standing.precision,
          stored,
          action: 'same',
        });
    };

    const [first] = held;
    if (!first) return add();
    const same = held.find((each) => isSameTerm(each, term)) ?? (hasTerm(term) ? undefined : first);
    if (same) return keep(same);
    const blank = held.find((each) => !hasTerm(each));
    if (blank) return change(blank, term);
    const start = term.startsOn;
    const isNextTerm =
      start !== null &&
      held.every(
        (each) => each.endsOn !== null && start >= firstDayOf(addDays(each.endsOn, -1), each.precision ?? 'day'),
      );
    if (isNextTerm) return add();
    const shown = boundsText(first);
    const decision = scope.raise({
      code: 'fieldDiffers',
      level: 'ask',
      field: 'term',
      written: cells.text('term'),
      detail: read.words,
      facts: { field: 'term', held: shown, name: read.words },
      fixes: [
        fixOf('keepKnown', { proposed: true, facts: { held: shown } }),
        fixOf('useFile', { facts: { written: cells.text('term') } }),
      ],
    });
    if (decision?.fix === 'useFile') change(first, term);
    else keep(first);
  });
  return isChanged;
}

const storedIdOf = (standing: StandingFacts): Ref | null =>
  'id' in standing && typeof standing.id === 'string' ? standing.id : null;

type Next = Omit<PlanContext['lists']['standings'][number], 'action' | 'stored'>;

/** A standing of the store is changed; one that an earlier row of this file planned is planned anew in its place. */
function replacePlanned({ lists, standingsOf, plannedAt }: PlanContext, old: StandingFacts, next: Next): void {
  const stored = storedIdOf(old);
  const all = standingsOf.get(old.person) ?? [];
  const planned = { ...next, stored, action: stored === null ? 'create' : 'change' } as const;
  const index = plannedAt.get(old) ?? lists.standings.length;
  lists.standings[index] = planned;
  const held: StandingFacts = stored === null ? planned : Object.assign({ id: stored }, planned);
  plannedAt.delete(old);
  plannedAt.set(held, index);
  const at = all.indexOf(old);
  if (at >= 0) all[at] = held;
}

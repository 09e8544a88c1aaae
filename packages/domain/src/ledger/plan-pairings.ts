/** The leader column: each leader named becomes an active pairing; a blank one is still to be decided. */
import { fixOf, type RowScope } from './collector.ts';
import type { Ref } from './known.ts';
import { fixForPerson, listMeant, readNames } from './people.ts';
import type { PlanContext } from './plan-context.ts';
import type { CellReader } from './rows.ts';

export type LeaderColumn = {
  readonly leaders: readonly Ref[];
  /** Answers whether a pairing is new. */
  readonly plan: (representative: Ref) => boolean;
};

/** Reads and asks at once; the pairings are planned when it is known who the representative is. */
export function readLeaderColumn(
  context: PlanContext,
  scope: RowScope,
  cells: CellReader,
  representativeName: string,
): LeaderColumn {
  const written = cells.text('leader');
  const leaders = readNames(context, scope, 'leader', written, 'leader').flatMap((reading): Ref[] => {
    // A leader's row of this name waits for an answer; the pairing comes with it.
    if (context.book.isWaiting(reading.name, 'leader')) return [];
    const meant = listMeant(context, reading, 'leader');
    const [only] = meant;
    if (meant.length === 1 && only) return [only.ref];
    const offered = meant.length > 1 ? meant : context.listNear(reading.name, 'leader');
    const decision = scope.raise({
      code: meant.length > 1 ? 'leaderAmbiguous' : 'leaderUnknown',
      level: 'ask',
      field: 'leader',
      written,
      detail: reading.name,
      facts: { name: reading.name, representative: representativeName, count: meant.length },
      fixes: [
        ...offered.slice(0, 20).map((draft) => fixForPerson(context, 'chooseLeader', draft)),
        fixOf('chooseLeader', { needs: 'leader' }),
        fixOf('noPairing'),
      ],
      follows: ({ fix, value }) => !fix.startsWith('chooseLeader') || isLeader(context, value),
    });
    return decision?.fix.startsWith('chooseLeader') && decision.value !== undefined ? [decision.value] : [];
  });

  const plan = (representative: Ref): boolean => {
    // Taken before this row adds its own: two leaders in one cell are meant together.
    const before = new Set(context.leadersOf.get(representative));
    let isChanged = false;
    leaders.forEach((leader, at) => {
      const planned = {
        key: `${scope.place.key}!${scope.row}/pairing${at + 1}`,
        source: scope.source,
        leader,
        representative,
        from: context.today,
        fromWritten: false,
      } as const;
      if (context.leadersOf.get(representative)?.has(leader)) {
        if (before.has(leader) && context.isStoredPair(leader, representative))
          context.lists.pairings.push({ ...planned, action: 'same' });
        return;
      }
      if (before.size > 0) {
        const others = [...before].map((ref) => context.book.find(ref)?.facts.name ?? '').join('、');
        const decision = scope.raise({
          code: 'pairedWithOther',
          level: 'ask',
          field: 'leader',
          written,
          detail: context.book.find(leader)?.facts.name ?? '',
          facts: { name: representativeName, leader: context.book.find(leader)?.facts.name ?? '', others },
          fixes: [fixOf('addPairing'), fixOf('noPairing')],
        });
        if (decision?.fix !== 'addPairing') return;
      }
      context.addPair(leader, representative);
      context.lists.pairings.push({ ...planned, action: 'create' });
      isChanged = true;
    });
    return isChanged;
  };
  return { leaders, plan };
}

export const isLeader = (context: PlanContext, ref: Ref | undefined): boolean =>
  ref !== undefined && (context.book.find(ref)?.roles.has('leader') ?? false);

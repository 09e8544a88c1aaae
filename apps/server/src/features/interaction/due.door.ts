/** For rooms that remind: pairs whose talk is due within days, or was. Whoever is excused or rests a reminder is not among them. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Context } from '../../edge/context.ts';
import { listSnoozedPairs } from './pause.queries.ts';
import { readYearBook } from './year-rows.ts';

export type DuePair = {
  readonly pairingId: Id;
  readonly leaderId: Id;
  readonly personId: Id;
  readonly dueOn: PlainDate;
};

export async function listDuePairs(
  context: Pick<Context, 'db' | 'institutionId' | 'reach' | 'today'>,
  policy: Policy,
): Promise<DuePair[]> {
  const book = await readYearBook(context, policy);
  const resting = await listSnoozedPairs(context.db, context.institutionId, context.reach, context.today);
  return book.pairs.flatMap(({ pair, row }) => {
    const { state, dueOn } = row.year;
    return !resting.has(pair.pairingId) && (state === 'due' || state === 'late') && dueOn !== null
      ? [{ pairingId: pair.pairingId, leaderId: pair.leader.id, personId: pair.person.id, dueOn }]
      : [];
  });
}

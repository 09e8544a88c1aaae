/** What was told of a person is kept until a day that they know; then the house erases it, whether anyone comes by or not. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { writeAudit } from '../../edge/audit.ts';
import type { Db } from '../../store/database.ts';
import { eraseExpired } from './occasion.queries.ts';

/** In the house's own name; may be asked as often as one likes. */
export async function eraseToldPastItsDay(
  db: Db,
  institutionId: Id,
  { now, today }: { readonly now: Date; readonly today: PlainDate },
): Promise<void> {
  const count = await eraseExpired(db, institutionId, today);
  if (count === 0) return;
  const house = { institutionId, actorId: null, roles: [], endpoint: 'worker', requestId: 'worker', at: now };
  await writeAudit(db, house, { action: 'erase', subjectKind: 'occasion', detail: { count } });
}

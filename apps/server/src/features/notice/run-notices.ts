/** One round of the worker through one institution. Every step is a transaction of its own, and each may be done twice without harm. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { inTransaction } from '../../store/database.ts';
import { eraseToldPastItsDay } from '../occasion/erase.door.ts';
import { findByTime, type At } from './find-by-time.ts';
import { planMessages } from './plan-messages.ts';
import { zoneOf } from './recipients.reads.ts';
import { asHouse, recoverAbandoned, sendWaiting, type Parts } from './send-messages.ts';
import { spreadEvents } from './spread-events.ts';
import { setProgress } from './worker.queries.ts';

/** Of one institution in one round, so that none makes the others wait. */
const SENT_AT_ONCE = 200;

export async function runNotices(parts: Parts, institutionId: Id): Promise<void> {
  const { pool, clock, cipher } = parts;
  const now = clock();
  const settings = asHouse(institutionId);
  const zone = await inTransaction(pool, settings, async (db) => {
    await setProgress(db, institutionId, { beat_at: now });
    return zoneOf(db, institutionId);
  });
  const at = (db: At['db']): At => ({ db, institutionId, now, today: dateInZone(now, zone) });

  await inTransaction(pool, settings, (db) => eraseToldPastItsDay(db, institutionId, at(db)));
  await inTransaction(pool, settings, (db) => findByTime(at(db)));
  while ((await inTransaction(pool, settings, (db) => spreadEvents(at(db)))) > 0);
  await recoverAbandoned(parts, institutionId);
  await inTransaction(pool, settings, (db) => planMessages({ ...at(db), zone, cipher }));
  await sendWaiting(parts, institutionId, SENT_AT_ONCE);
}

/** A round through every institution; one that fails is told and does not keep the others waiting. */
export async function runRound(parts: Parts): Promise<void> {
  const { rows } = await parts.pool.query<{ institution_id: Id }>('select institution_id from institution');
  for (const { institution_id: id } of rows)
    await runNotices(parts, id).catch((error: unknown) =>
      parts.log.error({ err: error, institution: id }, 'a round of reminders failed'),
    );
}

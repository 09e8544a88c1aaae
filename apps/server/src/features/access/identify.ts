/** From a session's token to the actor: who it is, in which roles, how far they reach. Asked anew at every request. */
import type pg from 'pg';
import { actorOf, type Actor } from '@zhengyou/domain/access/actor.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone, isWithin, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Role } from '@zhengyou/domain/kit/roles.ts';
import type { Identify } from '../../edge/mount.ts';
import { inTransaction } from '../../store/database.ts';
import { findSession, loadBonds, touchSession } from './access.queries.ts';

/** A session unused for this long has ended. */
export const IDLE_MS = 7 * 86_400_000;
/** Written at most this often, so that reading does not become writing. */
const TOUCH_MS = 60_000;

export const createIdentify =
  (pool: pg.Pool): Identify =>
  async (tokenHash, now) => {
    const session = await inTransaction(pool, { token: tokenHash }, (db) => findSession(db, tokenHash));
    if (!session || session.endedAt || session.endsAt <= now) return undefined;
    if (now.getTime() - session.seenAt.getTime() > IDLE_MS) return undefined;
    const { institutionId, personId } = session;
    // Enough to read one's own bonds; the full reach is known only after them.
    const own = { institution: institutionId, actor: personId, self: [personId], people: [personId] };
    return inTransaction(pool, own, async (db) => {
      const bonds = await loadBonds(db, institutionId, personId);
      if (!bonds || bonds.disabled) return undefined;
      if (now.getTime() - session.seenAt.getTime() > TOUCH_MS)
        await touchSession(db, session.sessionId, institutionId, now);
      return { actor: actorFrom(bonds, session, dateInZone(now, bonds.zone)), zone: bonds.zone };
    });
  };

type Bonds = NonNullable<Awaited<ReturnType<typeof loadBonds>>>;

/** What the stored facts make of someone on a day. */
export function actorFrom(
  bonds: Bonds,
  who: Pick<Actor, 'institutionId' | 'personId' | 'sessionId'>,
  today: PlainDate,
) {
  const current = (row: { starts_on: string | null; ends_on: string | null }) =>
    isWithin(today, row.starts_on as PlainDate | null, row.ends_on as PlainDate | null);
  return actorOf({
    institutionId: who.institutionId,
    personId: who.personId,
    sessionId: who.sessionId,
    name: bonds.name,
    grants: bonds.grants
      .filter(current)
      .map((grant) => ({ role: grant.role as Role, unitId: grant.unit_id as Id | null })),
    below: (unitId) => unitsBelow(bonds.units, unitId),
    isLeader: bonds.posts.some(current),
    isRepresentative: bonds.representative !== null && current(bonds.representative),
    pairedWith: bonds.pairedWith,
    formerIds: bonds.former_ids as Id[],
  });
}

function unitsBelow(units: readonly { unit_id: string; parent_id: string | null }[], top: Id): Id[] {
  const found = [top];
  for (let at = 0; at < found.length; at += 1)
    for (const unit of units) if (unit.parent_id === found[at]) found.push(unit.unit_id as Id);
  return found;
}

/** Somebody whom a room knows by something else than a session: as the actor they would be. */
import type pg from 'pg';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { inTransaction } from '../../store/database.ts';
import { loadBonds } from './access.queries.ts';
import { actorFrom } from './identify.ts';

export { newToken } from './open-session.ts';

/** Undefined where the person is not there, or their account is disabled. No session stands behind it. */
export const findActorOf = (pool: pg.Pool, institutionId: Id, personId: Id, now: Date) =>
  inTransaction(
    pool,
    { institution: institutionId, actor: personId, self: [personId], people: [personId] },
    async (db) => {
      const bonds = await loadBonds(db, institutionId, personId);
      if (!bonds || bonds.disabled) return undefined;
      const actor = actorFrom(bonds, { institutionId, personId, sessionId: personId }, dateInZone(now, bonds.zone));
      return { actor, zone: bonds.zone };
    },
  );

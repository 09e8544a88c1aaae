/** Opens a session on this device; the one that was open here before ends, so that no token outlives a sign-in. */
import { randomBytes } from 'node:crypto';
import { describeDevice } from '@zhengyou/domain/access/device.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { AuditEntry, OpenContext } from '../../edge/context.ts';
import { writeAudit } from '../../edge/audit.ts';
import { forgetAnswers } from '../../edge/idempotency.ts';
import { hashToken } from '../../edge/session-cookie.ts';
import { inTransaction, type Db, type Settings } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { endSession, findSession, insertSession } from './access.queries.ts';

/** A session ends then, however much it is used. */
export const SESSION_MS = 30 * 86_400_000;

/** 256 bits, in the 43 letters that the cookie carries. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Before anything is read: over an open line no password is taken. The demo has none to lose. */
export function requireSecureLine(context: OpenContext): void {
  if (!context.secure && !context.outside.demo) throw new Refused(accessRefusals.plainHttp());
}

export type Opening = {
  readonly institutionId: Id;
  readonly personId: Id;
  readonly endpoint: string;
  readonly action: string;
  readonly settings?: Settings;
  /** What else belongs into the same transaction; returns more to be written to the audit. */
  readonly also?: (db: Db) => Promise<AuditEntry['detail'] | void>;
};

export async function openSession(context: OpenContext, opening: Opening): Promise<void> {
  const { outside, now } = context;
  const { institutionId, personId } = opening;
  const token = newToken();
  const sessionId = newId(now.getTime());
  const left = await findOpenHere(context, institutionId);
  const self = left && left.personId !== personId ? [personId, left.personId] : [personId];
  const settings: Settings = { ...opening.settings, institution: institutionId, actor: personId, self, people: self };
  await inTransaction(outside.pool, settings, async (db) => {
    const detail = (await opening.also?.(db)) ?? {};
    if (left) await endSession(db, institutionId, left.sessionId, now);
    await forgetAnswers(db, institutionId, personId, now);
    const device = describeDevice(context.device);
    const endsAt = new Date(now.getTime() + SESSION_MS);
    await insertSession(db, { institutionId, sessionId, personId, tokenHash: hashToken(token), device, now, endsAt });
    const witness = { institutionId, actorId: personId, roles: [], endpoint: opening.endpoint };
    await writeAudit(
      db,
      { ...witness, requestId: context.requestId, at: now },
      {
        action: opening.action,
        subjectKind: 'session',
        subjectId: sessionId,
        people: [personId],
        detail: {
          device,
          ...detail,
        },
      },
    );
  });
  context.setSessionCookie(token);
}

async function findOpenHere(context: OpenContext, institutionId: Id) {
  const { sessionHash, outside } = context;
  if (!sessionHash) return undefined;
  const session = await inTransaction(outside.pool, { token: sessionHash }, (db) => findSession(db, sessionHash));
  return session && !session.endedAt && session.institutionId === institutionId ? session : undefined;
}

/** One's own open sessions: seen, ended one by one, all but this one, or this one. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { endSession, findAccountOf, listOpenSessions } from './access.queries.ts';
import { IDLE_MS } from './identify.ts';

export async function listSessions({ actor, db, institutionId, now }: Context) {
  const idleSince = new Date(now.getTime() - IDLE_MS);
  const rows = await listOpenSessions(db, { institutionId, personId: actor.personId, now, idleSince });
  const account = await findAccountOf(db, institutionId, actor.personId);
  return {
    account: account ? { login: account.login, hasPassword: account.passwordHash !== null } : null,
    items: rows.map((row) => ({
      id: row.session_id,
      device: row.device,
      startedAt: row.started_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      current: row.session_id === actor.sessionId,
    })),
  };
}

export async function revokeSession(context: Context, sessionId: Id): Promise<Record<string, never>> {
  const { items } = await listSessions(context);
  if (!items.some((item) => item.id === sessionId)) throw new Refused(edgeRefusals.notFound());
  await end(context, sessionId, 'revokeSession');
  return {};
}

export async function signOut(context: Context): Promise<Record<string, never>> {
  await end(context, context.actor.sessionId, 'signOut');
  return {};
}

/** After a password changed hands, whoever sits at another device must know the new one. */
export async function endOtherSessions(context: Context): Promise<number> {
  const { items } = await listSessions(context);
  const others = items.filter((item) => !item.current);
  for (const other of others) await endSession(context.db, context.institutionId, other.id as Id, context.now);
  return others.length;
}

async function end(context: Context, sessionId: Id, action: string): Promise<void> {
  const { actor, db, institutionId, now } = context;
  await endSession(db, institutionId, sessionId, now);
  await context.audit({ action, subjectKind: 'session', subjectId: sessionId, people: [actor.personId] });
  if (sessionId === actor.sessionId) context.afterCommit(() => context.setSessionCookie(null));
}

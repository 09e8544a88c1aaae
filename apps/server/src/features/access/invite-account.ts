/** A one-time link with which a person on the list sets their own password; the office hands it over. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { deriveLogin } from '@zhengyou/domain/access/login.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import { hashToken } from '../../edge/session-cookie.ts';
import { findAccountOf, insertAccount, setInvitation } from './access.queries.ts';
import { findInvitable, listLoginsLike } from './access.reads.ts';
import { newToken } from './open-session.ts';

export const INVITATION_MS = 7 * 86_400_000;

export async function inviteAccount(context: Context, personId: Id) {
  const { db, institutionId, now } = context;
  const person = await findInvitable(db, institutionId, context.reach, personId);
  if (!person) throw new Refused(edgeRefusals.notFound());
  const known = await findAccountOf(db, institutionId, personId);
  if (known?.disabledAt) throw new Refused(accessRefusals.accountDisabled());

  const account = known ?? (await createAccount(context, personId, person.reading));
  const token = newToken();
  const endsAt = new Date(now.getTime() + INVITATION_MS);
  await setInvitation(db, { institutionId, accountId: account.accountId, hash: hashToken(token), endsAt, now });

  await context.audit({
    action: 'inviteAccount',
    subjectKind: 'account',
    subjectId: account.accountId,
    people: [personId],
    detail: {
      login: account.login,
      endsAt: endsAt.toISOString(),
    },
  });
  // Behind `#` the token reaches neither logs nor the sites that a page links to.
  return { path: `/invitation#${token}`, login: account.login, expiresAt: endsAt.toISOString() };
}

async function createAccount({ db, institutionId, now }: Context, personId: Id, reading: string) {
  const stem = deriveLogin(reading, () => false);
  const taken = new Set(await listLoginsLike(db, institutionId, stem));
  const login = deriveLogin(reading, (candidate) => taken.has(candidate));
  const accountId = await insertAccount(db, { institutionId, personId, login, now });
  return { accountId, login };
}

/** Who is signed in, kept so that the page can open without network: for leaders, who write on the way. */
import type { readSession } from '@zhengyou/domain/access/access.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { houseNow, setClock } from './clock.ts';
import { findOnDevice, keepOnDevice } from './device-store.ts';

type Session = ReplyOf<typeof readSession>;
/** `deviceAt`: what the device's clock showed when the session's `now` came. */
type Kept = { readonly session: Session; readonly deviceAt: number };

export async function keepSession(session: Session): Promise<void> {
  if (!session.roles.includes('leader')) return;
  // A device that cannot keep it works online alone.
  await keepOnDevice(session.person.id, 'session', { session, deviceAt: Date.now() } satisfies Kept).catch(() => false);
}

export async function findKeptSession(): Promise<Session | undefined> {
  const found = await findOnDevice<Kept>('session').catch(() => undefined); // unreadable is not there
  if (!found) return undefined;
  const { session, deviceAt } = found.value;
  setClock(new Date(Date.parse(session.now) + Date.now() - deviceAt).toISOString());
  return { ...session, now: houseNow().toISOString() };
}

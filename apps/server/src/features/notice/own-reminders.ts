/** How one is reminded oneself. Addresses rest encrypted; nobody else reads them, the worker opens them when a message goes. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/notice/notice.contract.ts';
import { wayOf } from '@zhengyou/domain/notice/sending.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import { newId } from '../../store/new-id.ts';
import { findChoice, getHouse, writeChoice, type ChoiceRow } from './settings.queries.ts';

export type Addresses = Readonly<Record<'email' | 'wecom' | 'dingtalk' | 'feishu', string>>;
const NONE: Addresses = { email: '', wecom: '', dingtalk: '', feishu: '' };

/** Undefined where the key is another one: then the person is asked again. */
export function addressesOf(cipher: FieldCipher, choice: Pick<ChoiceRow, 'id' | 'addresses'> | undefined): Addresses {
  if (!choice?.addresses) return NONE;
  try {
    return { ...NONE, ...(JSON.parse(cipher.open(choice.addresses, choice.id)) as Partial<Addresses>) };
  } catch {
    // Sealed under a key that is gone: as if nothing had been entered, so that the page offers the empty fields.
    return NONE;
  }
}

export async function readOwnReminders(context: Context) {
  const { db, institutionId, actor, outside } = context;
  const choice = await findChoice(db, institutionId, actor.personId);
  const house = await getHouse(db, institutionId);
  const addresses = addressesOf(outside.cipher, choice);
  return {
    version: choice?.version ?? 0,
    digest: choice?.digest ?? true,
    extra: choice?.extra ?? true,
    way: choice?.way ?? null,
    addresses,
    quiet: choice?.quiet ?? null,
    language: choice?.language ?? context.language,
    house: {
      quiet: house.quiet,
      ways: [...house.ways],
      wayNow: wayOf(choice?.way ?? null, house.ways, (way) => addresses[way] !== '' || house.waysByLogin.includes(way)),
    },
  };
}

export async function keepOwnReminders(context: Context, body: BodyOf<typeof contract.keepOwnReminders>) {
  const { db, institutionId, actor, outside, ifMatch } = context;
  const before = await findChoice(db, institutionId, actor.personId);
  const id: Id = before?.id ?? newId();
  const entered = Object.values(body.addresses).some((address) => address !== '');
  const kept = await writeChoice(db, institutionId, actor.personId, ifMatch, {
    id,
    digest: body.digest,
    extra: body.extra,
    way: body.way,
    addresses: entered ? outside.cipher.seal(JSON.stringify(body.addresses), id) : null,
    quiet: body.quiet,
    language: body.language,
  });
  if (!kept) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await readOwnReminders(context) } }));
  await context.audit({
    action: 'keep',
    subjectKind: 'reminders',
    subjectId: actor.personId,
    people: [actor.personId],
    detail: { digest: body.digest, extra: body.extra, way: body.way },
  });
  return readOwnReminders(context);
}

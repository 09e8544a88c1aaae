/** Which messages leave the house: the week's digest, and one between where a day is near. Written once, by their keys. */
import type { WorkdayCalendar } from '@zhengyou/domain/calendar/working-days.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { NEAR_DAYS, type Purpose, type Way } from '@zhengyou/domain/notice/notice.ts';
import { digestComes, digestDueAt, instantOf, nextSendAt, wayOf } from '@zhengyou/domain/notice/sending.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import { workdaysOf } from '../calendar/calendar.door.ts';
import { putDeliveries, type NewDelivery } from './delivery.queries.ts';
import type { At } from './find-by-time.ts';
import { addressesOf } from './own-reminders.ts';
import { listLogins } from './recipients.reads.ts';
import { getHouse, listChoices, type ChoiceRow, type House } from './settings.queries.ts';
import { holdProgress, listDigested, listWaitingPeople, pressNear, setProgress } from './worker.queries.ts';

type Planning = At & { readonly zone: string; readonly cipher: FieldCipher };

/** How many messages were written. */
export async function planMessages(at: Planning): Promise<number> {
  const { db, institutionId, now, today, zone } = at;
  const { digestOn } = await holdProgress(db, institutionId);
  const house = await getHouse(db, institutionId);
  const workdays = await workdaysOf(at);
  const monday = digestDueAt(now, zone, workdays);
  let written = 0;
  if (monday !== undefined && (digestOn === null || digestOn < monday)) {
    const people = await listWaitingPeople(db, institutionId);
    written += await write(at, house, workdays, people, 'digest', monday);
    await setProgress(db, institutionId, { digest_on: monday });
  }
  // Found on a Sunday, it would go on Monday shortly before the digest that says the same.
  if (digestComes(nextSendAt(now, zone, house.quiet, workdays), zone, workdays)) return written;
  const near = await pressNear(db, institutionId, now, addDays(today, NEAR_DAYS));
  if (near.length === 0) return written;
  const digested = await listDigested(db, institutionId, instantOf(today, '00:00', zone));
  const rest = near.filter((personId) => !digested.has(personId));
  return written + (await write(at, house, workdays, rest, 'extra', today));
}

async function write(
  { db, institutionId, now, zone, cipher }: Planning,
  house: House,
  workdays: WorkdayCalendar,
  people: readonly Id[],
  purpose: Extract<Purpose, 'digest' | 'extra'>,
  of: string,
): Promise<number> {
  if (people.length === 0 || house.ways.length === 0) return 0;
  const choices = await listChoices(db, institutionId, people);
  const logins = await listLogins(db, institutionId, people);
  const list = people.flatMap((personId): NewDelivery[] => {
    const choice = choices.get(personId);
    if (choice && !(purpose === 'digest' ? choice.digest : choice.extra)) return [];
    const channel = wayTo(house, choice, logins.has(personId), cipher);
    if (channel === null) return [];
    return [
      {
        channel,
        purpose,
        personId,
        key: `${purpose}:${personId}:${of}`,
        notBefore: nextSendAt(now, zone, choice?.quiet ?? house.quiet, workdays),
      },
    ];
  });
  return (await putDeliveries(db, institutionId, now, list)).size;
}

export function wayTo(
  house: House,
  choice: ChoiceRow | undefined,
  hasAccount: boolean,
  cipher: FieldCipher,
): Way | null {
  const addresses = addressesOf(cipher, choice);
  return wayOf(
    choice?.way ?? null,
    house.ways,
    (way) => addresses[way] !== '' || (hasAccount && house.waysByLogin.includes(way)),
  );
}

/** From facts to rows of the year: a fixed number of reads, then a pure function for each pair. */
import type { YearRow } from '@zhengyou/domain/interaction/year.contract.ts';
import {
  yearOfContact,
  CONTACT_STATES,
  type Excuse,
  type NextContact,
  type YearOfContact,
} from '@zhengyou/domain/interaction/year-of-contact.ts';
import { YEAR_ARITHMETIC } from '@zhengyou/domain/interaction/year-of-contact.words.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import {
  addDays,
  earlierOf,
  endOfYear,
  parsePlainDate,
  startOfYear,
  yearOf,
  type PlainDate,
} from '@zhengyou/domain/kit/plain-date.ts';
import { cadencesOf, type Cadences } from '@zhengyou/domain/interaction/cadences.ts';
import { asExcuses, asksReason, snoozedUntil, type Pauses } from '@zhengyou/domain/interaction/pause.ts';
import { mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import { withDuties } from '@zhengyou/domain/interaction/year-duties.ts';
import { periodCalendarOf, type Policy } from '@zhengyou/domain/policy/policy.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import type { Context } from '../../edge/context.ts';
import { localSettingsOn } from '../policy/policy.door.ts';
import { contactsFrom, dutiesOf, dutyLine } from './duty-lines.ts';
import { listPausesOf, type HeldPauses } from './pause.queries.ts';
import { listWhoms } from './whom.reads.ts';
import {
  listAppointments,
  listContacts,
  listExcuses,
  listLatest,
  listPairs,
  listRequestsOf,
  listStandings,
  listTalkedBefore,
  type ContactRow,
  type LatestRow,
  type PairFilter,
  type PairRow,
} from './year.reads.ts';

export type YearPair = { readonly pair: PairRow; readonly row: YearRow; readonly latest: LatestRow | undefined };

export type YearBook = {
  readonly year: number;
  readonly asOf: PlainDate;
  readonly hasLocalDays: boolean;
  readonly pairs: readonly YearPair[];
};

const pairKey = (leader: string, person: string) => `${leader} ${person}`;

const ofPair = (row: ContactRow) => pairKey(row.leaderId, row.personId);

export async function readYearBook(
  context: Pick<Context, 'db' | 'institutionId' | 'reach' | 'today'> & Partial<Pick<Context, 'actor'>>,
  policy: Policy,
  filter: PairFilter & { readonly year?: number | undefined } = {},
): Promise<YearBook> {
  const { db, institutionId, reach, today } = context;
  const year = filter.year ?? yearOf(today);
  const asOf = earlierOf(today, endOfYear(year));
  const pairs = await listPairs(db, institutionId, reach, asOf, filter);
  if (pairs.length === 0) return { year, asOf, hasLocalDays: false, pairs: [] };

  const calendar = periodCalendarOf(policy);
  const whoms = await listWhoms(db, institutionId, policy, pairs, asOf);
  const cadences = new Map<string, Cadences>();
  const cadencesFor = (pair: PairRow): Cadences => {
    const whom = whoms(pair);
    const key = `${pair.tier} ${whom.rank ?? ''} ${whom.counterpart ?? ''}`;
    const known = cadences.get(key) ?? cadencesOf(policy, asOf, pair.tier, whom);
    cadences.set(key, known);
    return known;
  };
  for (const pair of pairs) cadencesFor(pair);
  const span = {
    from: contactsFrom(
      [...cadences.values()].flatMap(({ others }) => others),
      calendar,
      asOf,
      startOfYear(year),
    ),
    last: endOfYear(year),
  };
  const talkChannels = CHANNELS.filter((channel) =>
    [...cadences.values()].some(({ yearly }) => !yearly || yearly.value.channels.includes(channel)),
  );
  const people = [...new Set(pairs.flatMap((pair) => [pair.person.id, pair.leader.id]))];
  const friends = [...new Set(pairs.map((pair) => pair.person.id))];
  const standings = Map.groupBy(await listStandings(db, institutionId, friends, asOf), (row) => row.personId);
  const contacts = Map.groupBy(await listContacts(db, institutionId, reach, pairs, span), ofPair);
  const before = Map.groupBy(await listTalkedBefore(db, institutionId, reach, pairs, year, talkChannels), ofPair);
  const latest = Map.groupBy(await listLatest(db, institutionId, reach, pairs), ofPair);
  const appointments = Map.groupBy(
    (await listAppointments(db, institutionId, reach, pairs, today)).flatMap((row) =>
      row.people.map((person) => ({ key: pairKey(row.leaderId, person), on: row.on, channel: row.channel })),
    ),
    (row) => row.key,
  );
  const requests = Map.groupBy(await listRequestsOf(db, institutionId, reach, pairs), (row) =>
    pairKey(row.leaderId, row.personId),
  );
  const excuses = await listExcuses(db, institutionId, people);
  const pauses = await listPausesOf(db, institutionId, reach, pairs);
  const firstTalkDay = await localSettingsOn(db, institutionId, 'firstTalkBy', asOf);

  let hasLocalDays = false;
  const rows = pairs.map((pair): YearPair => {
    const key = pairKey(pair.leader.id, pair.person.id);
    const own = dayOfYear(year, firstTalkDay(pair.unitId)?.value);
    if (own !== null) hasLocalDays = true;
    const last = latest.get(key)?.[0];
    const pause = pauses.get(pair.pairingId) ?? NOTHING_PUT_OFF;
    const reasons = [
      ...(excuses.get(pair.person.id) ?? []),
      ...(excuses.get(pair.leader.id) ?? []),
      ...asExcuses(pause),
    ];
    const { yearly, others, earlier } = cadencesFor(pair);
    const had = {
      pairing: { startsOn: pair.startsOn, endsOn: pair.endsOn },
      contacts: (contacts.get(key) ?? []).map((row) => ({
        on: row.on,
        precision: row.precision,
        channel: row.channel,
        attempt: !row.cameAbout,
        group: isGroup(row),
      })),
    };
    const duties = dutiesOf({ ...had, excuses: reasons, today }, others, calendar, asOf);
    const counted = yearOfContact({
      ...had,
      talkedBefore: before.get(key)?.[0] ?? null,
      planned: [...(appointments.get(key) ?? []), ...agreed(requests.get(key)), ...plannedBy(last)],
      requests: (requests.get(key) ?? []).map((one) => ({ on: one.askedOn, answerBy: one.answerBy, open: one.waits })),
      excuses: reasons,
      cadence: yearly,
      earlier,
      localFirstTalkBy: own,
      year,
      today,
    });
    const judged = withDuties(counted, duties, today);
    const row = rowOf(
      pair,
      [...whoms(pair).holders, ...(standings.get(pair.person.id) ?? []).map((held) => held.written)],
      {
        ...judged,
        next: nextAgreed(judged.next, last, today),
      },
    );
    return {
      pair,
      row: {
        ...row,
        excused: excuseShown(judged, reasons, asOf),
        duties: duties.map(dutyLine),
        pause: pauseShown(pause, today, judged.last?.on ?? null),
        can: context.actor && mayWriteFor(context.actor, pair.leader.id, pair.unitId) ? ['putOff'] : [],
      },
      latest: last,
    };
  });
  return { year, asOf, hasLocalDays, pairs: rows };
}

/** A unit sets its day as month and day, for every year. */
const dayOfYear = (year: number, monthAndDay: string | undefined): PlainDate | null =>
  monthAndDay === undefined ? null : (parsePlainDate(`${String(year).padStart(4, '0')}-${monthAndDay}`) ?? null);

const isGroup = (row: ContactRow) => row.channel === 'symposium' || row.channel === 'activity';

type RequestRow = Awaited<ReturnType<typeof listRequestsOf>>[number];
const agreed = (requests: readonly RequestRow[] = []) =>
  requests.flatMap(({ agreedOn, channel }) => (agreedOn === null ? [] : [{ on: agreedOn, channel }]));

/** A day that was picked is an appointment; "in half a year" is a suggestion. */
const plannedBy = (last: LatestRow | undefined) =>
  last?.nextChoice === 'pick' && last.nextOn !== null ? [{ on: last.nextOn, channel: last.channel }] : [];

/** What the leader chose for the next time stands before what the cadence would suggest. */
function nextAgreed(next: NextContact, last: LatestRow | undefined, today: PlainDate): NextContact {
  const open = next.kind === 'suggested' || next.kind === 'anytime';
  if (!open || !last) return next;
  if (last.nextChoice === 'open') return { kind: 'anytime', on: null };
  return last.nextOn !== null && last.nextOn >= today ? { kind: 'suggested', on: last.nextOn } : next;
}

function excuseShown(judged: YearOfContact, reasons: readonly Excuse[], on: PlainDate): YearRow['excused'] {
  if (judged.excuse === null) return null;
  const from = reasons
    .filter((each) => (each.from === null || each.from <= on) && (each.until === null || each.until > on))
    .map((each) => each.from)
    .reduce<PlainDate | null | undefined>(
      (first, each) => (first === undefined ? each : first === null || each === null ? null : earlierOf(first, each)),
      undefined,
    );
  return { from: from ?? null, until: judged.excuse.until };
}

const NOTHING_PUT_OFF: HeldPauses = { version: 0, excuses: [], snoozes: [] };

const pauseShown = (
  pause: Pauses & { readonly version: number },
  today: PlainDate,
  lastTalkOn: PlainDate | null,
): YearRow['pause'] => ({
  version: pause.version,
  snoozedUntil: snoozedUntil(pause, today),
  asksReason: asksReason(pause, today, lastTalkOn),
  excuses: pause.excuses
    .filter(({ until }) => until > today)
    .map(({ ordinal, from, until, reason }) => ({ ordinal, fromOn: from, lastOn: addDays(until, -1), reason })),
});

const LINES = new Map(Object.entries(YEAR_ARITHMETIC).map(([line, words]) => [words as unknown, line]));

function rowOf(
  pair: PairRow,
  standings: string[],
  judged: YearOfContact,
): Omit<YearRow, 'excused' | 'duties' | 'pause' | 'can'> {
  const { id, name, unit, unitShort } = pair.person;
  return {
    pairingId: pair.pairingId,
    tier: pair.tier,
    leader: pair.leader,
    person: { id, name, unit, unitShort, standings },
    year: {
      ...judged,
      marks: [...judged.marks],
      arithmetic: judged.arithmetic.map(({ words, facts }) => ({
        line: LINES.get(words) as keyof typeof YEAR_ARITHMETIC, // the lines are built from that very table
        facts: { ...facts },
      })),
    },
  };
}

/** Late first; within a state by the day that presses, then in the official order of units. */
export function inOrder(pairs: readonly YearPair[]): YearPair[] {
  const place = (pair: YearPair) => CONTACT_STATES.indexOf(pair.row.year.state);
  const day = (pair: YearPair) => pair.row.year.dueOn ?? '9999';
  return [...pairs].sort((a, b) => place(a) - place(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

export const rowsOfPairs = async (
  context: Pick<Context, 'db' | 'institutionId' | 'reach' | 'today' | 'actor'>,
  policy: Policy,
  leader: Id,
  representatives: readonly Id[],
): Promise<YearRow[]> => (await readYearBook(context, policy, { leader, representatives })).pairs.map(({ row }) => row);

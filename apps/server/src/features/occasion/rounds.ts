/** Festival rounds: proposed by the measures, opened by the office, read by whoever visits. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, earlierOf, laterOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import { roundRefusals } from '@zhengyou/domain/occasion/occasion.refusals.ts';
import type * as contract from '@zhengyou/domain/occasion/round.contract.ts';
import {
  festivalsWithin,
  AHEAD_DAYS,
  isSoon,
  isWindow,
  roundState,
  suggestDays,
  UNDO_DAYS,
  undoTickUntil,
  WINDOW_DAYS,
  type Away,
  type ComingFestival,
} from '@zhengyou/domain/occasion/round.ts';
import type { WorkdayCalendar } from '@zhengyou/domain/calendar/working-days.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { workdaysOf } from '../calendar/calendar.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { roundOpened, roundWithdrawn } from './news.door.ts';
import { countOpenRows } from './occasion.queries.ts';
import { deleteRound, hasTicks, insertRound, listGiftsOf, listKinds, listTicks } from './round.queries.ts';
import {
  findRound,
  listAway,
  listOwnVisits,
  listRosterPairs,
  listRoundRows,
  type CountedRound,
  type RosterPair,
  type RoundRow,
} from './round.reads.ts';

const SHOWN = 24;

export const roundShown = (round: CountedRound, today: PlainDate) => ({
  id: round.id,
  version: round.version,
  festival: round.festival,
  name: round.name,
  on: round.on,
  from: round.from,
  until: round.until,
  clause: round.clause,
  state: roundState(round, today),
  openedBy: round.openedBy,
  pairs: round.pairs,
  visited: round.visited,
});

const festivalShown = ({ key, name, on, from, until, clause, local }: ComingFestival, today: PlainDate) => ({
  key,
  name,
  on,
  from,
  until,
  clause,
  local,
  soon: isSoon({ from }, today),
});

export async function listRounds(context: Context) {
  const { actor, db, institutionId, reach, today } = context;
  const rounds = await listRoundRows(db, institutionId, reach, today, { limit: SHOWN });
  const policy = await getPolicyInForce(db, institutionId, today);
  const coming = festivalsWithin(policy, { from: today, until: addDays(today, AHEAD_DAYS) });
  const opened = new Set(rounds.map((round) => `${round.festival} ${round.on}`));
  const left = coming.filter((festival) => !opened.has(`${festival.key} ${festival.on}`));
  return {
    today,
    rounds: rounds.map((round) => roundShown(round, today)),
    coming: left.filter((festival) => !festival.ofGroup).map((festival) => festivalShown(festival, today)),
    ofGroups: left.filter((festival) => festival.ofGroup).map((festival) => festivalShown(festival, today)),
    can: [
      ...(actor.roles.includes('office') ? (['open', 'setGifts'] as const) : []),
      ...(actor.roles.includes('office') || actor.roles.includes('unitOfficer') ? (['raise'] as const) : []),
    ],
  };
}

export async function openRound(context: Context, body: BodyOf<typeof contract.openRound>) {
  const { actor, db, institutionId, today, now } = context;
  const policy = await getPolicyInForce(db, institutionId, today);
  const festival = festivalsWithin(policy, { from: body.on, until: addDays(body.on, 1) }).find(
    (one) => one.key === body.festival && one.on === body.on && !one.ofGroup,
  );
  if (!festival) throw new Refused(roundRefusals.noFestival(undefined, { field: 'festival' }));
  const window = { on: festival.on, from: body.from ?? festival.from, until: body.until ?? festival.until };
  if (!isWindow(window)) throw new Refused(roundRefusals.badWindow({ days: WINDOW_DAYS }, { field: 'from' }));

  const id = newId(now.getTime());
  const by = { id: actor.personId, name: actor.name, at: now };
  if (!(await insertRound(db, institutionId, id, festival, window, by))) throw new Refused(roundRefusals.openAlready());

  await context.audit({
    action: 'open',
    subjectKind: 'festivalRound',
    subjectId: id,
    detail: { festival: festival.key, ...window },
  });
  await context.tell(roundOpened, { roundId: id, festival: festival.name, ...window });
  return { id, version: 1 };
}

export async function withdrawRound(context: Context, id: Id) {
  const { db, institutionId } = context;
  const round = await getRound(context, id);
  if (await hasTicks(db, institutionId, id)) throw new Refused(roundRefusals.hasVisits());
  if (!(await deleteRound(db, institutionId, id, context.ifMatch)))
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: round } }));
  await context.audit({
    action: 'withdraw',
    subjectKind: 'festivalRound',
    subjectId: id,
    detail: { festival: round.festival, on: round.on },
  });
  await context.tell(roundWithdrawn, { roundId: id });
  return {};
}

export async function getRound({ db, institutionId }: Context, id: Id): Promise<RoundRow> {
  const round = await findRound(db, institutionId, id);
  if (!round) throw new Refused(edgeRefusals.notFound());
  return round;
}

/** Today, held within the window: on that day it is looked who is paired. */
const lookedOn = (round: RoundRow, today: PlainDate) => earlierOf(laterOf(today, round.from), addDays(round.until, -1));

type Query = { readonly leader?: Id | undefined; readonly unit?: Id | undefined; readonly show: 'all' | 'left' };

export async function readRound(context: Context, id: Id, query: Query) {
  const { actor, db, institutionId, reach, today, now } = context;
  const round = await getRound(context, id);
  const [counted] = await listRoundRows(db, institutionId, reach, today, { limit: 1, round: id });
  if (!counted) throw new Error('a round without itself');
  const all = await listRosterPairs(db, institutionId, reach, id, lookedOn(round, today), { leader: query.leader });
  const pairs = query.unit === undefined ? all : all.filter((pair) => pair.leader.unitId === query.unit);
  const gifts = await listGiftsOf(
    db,
    institutionId,
    reach,
    pairs.flatMap(({ visit }) => (visit ? [visit.interactionId] : [])),
  );
  const suggested = await suggestFor(context, round, pairs);
  const kinds = await listKinds(db, institutionId, today);
  const ticks = await listTicks(db, institutionId, reach, id, new Date(now.getTime() - UNDO_DAYS * 86_400_000));
  await context.audit({
    action: 'read',
    subjectKind: 'festivalRound',
    subjectId: id,
    people: pairs.map((pair) => pair.person.id),
    detail: { count: pairs.length },
  });
  const shown = pairs.filter((pair) => query.show === 'all' || pair.visit === null);
  const leaders = [...Map.groupBy(shown, (pair) => pair.leader.id).values()].flatMap((friends) => {
    const leader = friends[0]?.leader;
    if (!leader) return [];
    return [
      {
        leader: { id: leader.id, name: leader.name },
        unit: leader.unit,
        mine: mayWriteFor(actor, leader.id, leader.unitId),
        friends: friends.map((pair) => ({
          pairingId: pair.pairingId,
          person: {
            id: pair.person.id,
            name: pair.person.name,
            unitShort: pair.person.unitShort,
            titles: [...pair.person.titles],
          },
          visited: pair.visit && {
            on: pair.visit.on,
            recordedAs: pair.visit.recordedAs,
            gift: gifts.get(pair.visit.interactionId) ?? null,
          },
          suggestedOn: suggested.on.get(pair.pairingId) ?? null,
          away: suggested.away.has(pair.pairingId),
        })),
      },
    ];
  });
  const ticking = leaders.some((line) => line.mine) && round.from <= today;
  return {
    ...roundShown(counted, today),
    today,
    estimated: suggested.estimated,
    units: unitsOf(all),
    leaders,
    gifts: kinds,
    ticks: ticks.map((tick) => ({
      id: tick.id,
      version: tick.version,
      on: tick.on,
      by: tick.by,
      at: tick.at.toISOString(),
      visits: tick.visits,
      undoUntil: undoTickUntil(tick.at).toISOString(),
    })),
    can: [
      ...(ticking ? (['tick'] as const) : []),
      ...(actor.roles.includes('office') && !(await hasTicks(db, institutionId, id)) ? (['withdraw'] as const) : []),
      ...(actor.roles.includes('office') ? (['setGifts'] as const) : []),
    ],
  };
}

function unitsOf(pairs: readonly RosterPair[]) {
  return [...Map.groupBy(pairs, (pair) => pair.leader.unitId)].map(([id, of]) => ({
    id,
    name: of[0]?.leader.unit ?? '',
    pairs: of.length,
  }));
}

/** Days for those not yet visited, leader by leader. */
export async function suggestFor(
  context: Context,
  round: RoundRow,
  pairs: readonly RosterPair[],
  tables?: WorkdayCalendar,
) {
  const { db, institutionId, today } = context;
  const on = new Map<Id, PlainDate>();
  const away = new Set<Id>();
  let estimated = false;
  const left = pairs.filter((pair) => pair.visit === null);
  if (left.length === 0 || today >= round.until) return { on, away, estimated };
  const days = tables ?? (await workdaysOf(context));
  const people = left.flatMap((pair) => [pair.leader.id, pair.person.id]);
  const times = await listAway(db, institutionId, people, { from: laterOf(today, round.from), until: round.until });
  const none: readonly Away[] = [];
  for (const friends of Map.groupBy(left, (pair) => pair.leader.id).values()) {
    const [first] = friends;
    if (!first) continue;
    const found = suggestDays({
      round,
      today,
      leaderAway: times.get(first.leader.id) ?? none,
      friends: friends.map((pair) => times.get(pair.person.id) ?? none),
      tables: days,
    });
    estimated ||= found.estimated;
    for (const [index, pair] of friends.entries()) {
      const day = found.days[index] ?? null;
      if (day !== null) on.set(pair.pairingId, day);
      else if ((times.get(pair.person.id) ?? none).length > 0) away.add(pair.pairingId);
    }
  }
  return { on, away, estimated };
}

/** The round that runs, else the last one that was; and how many occasions wait. */
export async function readRoundStanding(context: Context) {
  const { db, institutionId, reach, today } = context;
  const rounds = await listRoundRows(db, institutionId, reach, today, { limit: SHOWN });
  const round =
    rounds.findLast((one) => roundState(one, today) === 'running') ??
    rounds.find((one) => roundState(one, today) === 'over') ??
    rounds.at(-1);
  const open = await countOpenRows(db, institutionId, { reach, keeps: context.actor.keeps }, today);
  return { asOf: today, round: round ? roundShown(round, today) : null, ...open };
}

export const listMyVisits = async ({ db, institutionId, reach }: Context) => ({
  items: await listOwnVisits(db, institutionId, reach, SHOWN),
});

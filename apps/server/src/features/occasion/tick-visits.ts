/** Visits ticked together: one transaction, all or nothing, none doubled; taken back together for thirty days. */
import { isWithin } from '@zhengyou/domain/kit/plain-date.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import { refuseGift } from '@zhengyou/domain/occasion/gift.ts';
import { roundRefusals } from '@zhengyou/domain/occasion/occasion.refusals.ts';
import type * as contract from '@zhengyou/domain/occasion/round.contract.ts';
import { UNDO_DAYS, undoTickUntil } from '@zhengyou/domain/occasion/round.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { listUntouched, logVisits, takeBackVisits } from '../interaction/visits.door.ts';
import {
  claimVisits,
  deleteTick,
  findTick,
  insertTick,
  listKinds,
  listVisitsOf,
  markTickUndone,
  markVisitsUndone,
  sumGifts,
  type TickRow,
} from './round.queries.ts';
import { listRosterPairs, type RosterPair } from './round.reads.ts';
import { getRound } from './rounds.ts';

type Body = BodyOf<typeof contract.tickVisits>;

export async function tickVisits(context: Context, roundId: Id, body: Body) {
  const { actor, db, institutionId, reach, today, now } = context;
  const round = await getRound(context, roundId);
  if (body.on > today) throw new Refused(roundRefusals.inFuture(undefined, { field: 'on' }));
  if (!isWithin(body.on, round.from, round.until)) {
    const facts = { day: body.on, from: round.from, last: addDays(round.until, -1) };
    throw new Refused(roundRefusals.dayOutside(facts, { field: 'on' }));
  }
  const wanted = new Map(body.visits.map((visit) => [visit.pairingId, visit.gift ?? null]));
  const pairings = [...wanted.keys()];
  const pairs = await listRosterPairs(db, institutionId, reach, roundId, body.on, { pairings });

  const own = pairs.filter(({ leader }) => mayWriteFor(actor, leader.id, leader.unitId));
  if (own.length < wanted.size) throw new Refused(roundRefusals.notInRound({ count: wanted.size - own.length }));
  const left = own.filter((pair) => pair.visit === null);
  const gifts = await checkGifts(context, body, left, wanted);

  const tick = { id: newId(now.getTime()), roundId, on: body.on };
  const logged = left.length === 0 ? [] : await write(context, tick, left, gifts);

  await context.audit({
    action: 'tick',
    subjectKind: 'festivalRound',
    subjectId: roundId,
    people: [...new Set(logged.flatMap((pair) => [pair.leader.id, pair.person.id]))],
    detail: { on: body.on, logged: logged.length, already: wanted.size - logged.length },
  });
  return {
    tickId: logged.length === 0 ? null : tick.id,
    logged: logged.length,
    already: wanted.size - logged.length,
    undoUntil: logged.length === 0 ? null : undoTickUntil(now).toISOString(),
  };
}

type Gift = { readonly kindId: Id; readonly name: string; readonly cents: number };

/** Kinds and limits are the institution's; without one nothing may be brought. */
async function checkGifts(
  { db, institutionId }: Context,
  { on }: Body,
  pairs: readonly RosterPair[],
  wanted: ReadonlyMap<Id, { readonly kindId: Id; readonly cents: number } | null>,
): Promise<ReadonlyMap<Id, Gift>> {
  const found = new Map<Id, Gift>();
  const asked = pairs.flatMap((pair) => {
    const gift = wanted.get(pair.pairingId) ?? null;
    return gift === null ? [] : [{ pair, gift }];
  });
  if (asked.length === 0) return found;
  const kinds = new Map((await listKinds(db, institutionId)).map((kind) => [kind.id, kind]));
  const people = asked.map(({ pair }) => pair.person.id);
  const before = new Map(
    await sumGifts(
      db,
      institutionId,
      people,
      asked.map(({ gift }) => gift.kindId),
      on,
    ),
  );
  for (const { pair, gift } of asked) {
    const kind = kinds.get(gift.kindId);
    const key = `${gift.kindId} ${pair.person.id}`;
    const refusal = refuseGift(kind, gift.cents, on, before.get(key) ?? 0);
    if (refusal) throw new Refused(refusal);
    // Two leaders may visit one person in the same tick.
    before.set(key, (before.get(key) ?? 0) + gift.cents);
    found.set(pair.pairingId, { ...gift, name: kind?.name ?? '' });
  }
  return found;
}

async function write(
  context: Context,
  tick: { readonly id: Id; readonly roundId: Id; readonly on: Body['on'] },
  pairs: readonly RosterPair[],
  gifts: ReadonlyMap<Id, Gift>,
): Promise<RosterPair[]> {
  const { actor, db, institutionId, now } = context;
  const visits = pairs.map((pair) => ({ pair, interactionId: newId(now.getTime()) }));
  await insertTick(db, institutionId, tick, { id: actor.personId, name: actor.name, at: now });
  const claimed = await claimVisits(
    db,
    institutionId,
    tick,
    visits.map(({ pair, interactionId }) => ({
      interactionId,
      leaderId: pair.leader.id,
      representativeId: pair.person.id,
      unitId: pair.leader.unitId,
      gift: gifts.get(pair.pairingId) ?? null,
    })),
  );
  const own = visits.filter(({ interactionId }) => claimed.has(interactionId));
  if (own.length === 0) await deleteTick(db, institutionId, tick.id);
  else
    await logVisits(
      context,
      tick.on,
      own.map(({ pair, interactionId }) => ({
        interactionId,
        pairingId: pair.pairingId,
        leader: pair.leader,
        person: pair.person,
      })),
    );
  return own.map(({ pair }) => pair);
}

export async function previewTickUndo(context: Context, id: Id) {
  const { db, institutionId, reach } = context;
  const tick = await findTick(db, institutionId, reach, id);
  if (!tick) throw new Refused(edgeRefusals.notFound());
  const visits = await listVisitsOf(db, institutionId, id);
  const untouched = await listUntouched(
    context,
    visits.map((visit) => visit.interactionId),
  );
  await context.audit({
    action: 'read',
    subjectKind: 'festivalTick',
    subjectId: id,
    people: visits.map((visit) => visit.person.id),
  });
  const line = ({ leader, person }: (typeof visits)[number]) => ({ leader: leader.name, person: person.name });
  return {
    id,
    version: tick.version,
    on: tick.on,
    goes: visits.filter((visit) => untouched.has(visit.interactionId)).map(line),
    stays: visits.filter((visit) => !untouched.has(visit.interactionId)).map(line),
  };
}

function refuseUndo({ actor, now, ifMatch }: Context, tick: TickRow): void {
  // The office may take back what anyone ticked; everybody else their own.
  if (tick.actorId !== actor.personId && !actor.keeps) throw new Refused(edgeRefusals.notYours());
  if (tick.undone) throw new Refused(roundRefusals.undoneAlready());
  if (tick.version !== ifMatch) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: tick } }));
  if (now > undoTickUntil(tick.at)) throw new Refused(roundRefusals.undoTooLate({ days: UNDO_DAYS }));
}

export async function undoTick(context: Context, id: Id) {
  const { actor, db, institutionId, reach, now } = context;
  const tick = await findTick(db, institutionId, reach, id, { lock: true });
  if (!tick) throw new Refused(edgeRefusals.notFound());
  refuseUndo(context, tick);
  const visits = await listVisitsOf(db, institutionId, id);

  const gone = await takeBackVisits(
    context,
    visits.map((visit) => visit.interactionId),
  );
  await markVisitsUndone(db, institutionId, [...gone], now);
  await markTickUndone(db, institutionId, tick, { id: actor.personId, name: actor.name, at: now });

  await context.audit({
    action: 'undo',
    subjectKind: 'festivalTick',
    subjectId: id,
    people: [...new Set(visits.flatMap((visit) => [visit.leader.id, visit.person.id]))],
    detail: { removed: gone.size, stayed: visits.length - gone.size },
  });
  return { removed: gone.size, stayed: visits.length - gone.size };
}

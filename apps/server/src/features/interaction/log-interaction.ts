/** A talk is written down: at once where nothing stands in the way, else with the one question that does. */
import { logInteraction as contract } from '@zhengyou/domain/interaction/interaction.contract.ts';
import { interactionRefusals, mayWriteFor, undoUntil } from '@zhengyou/domain/interaction/interaction.access.ts';
import {
  findLikelySame,
  isInFuture,
  refuseLikelySame,
  refuseLog,
  type LogDraft,
} from '@zhengyou/domain/interaction/log-rules.ts';
import { LOG_REFUSALS } from '@zhengyou/domain/interaction/log-rules.words.ts';
import { nextTalkOn } from '@zhengyou/domain/interaction/next-talk.ts';
import { happenedWhen, type Happened } from '@zhengyou/domain/interaction/when.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused, type Refusal } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { findLentName } from '../access/lend.door.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { insertInteraction, mergeIntoInteraction } from './interaction.queries.ts';
import {
  findLeader,
  findRecord,
  holdDay,
  listKnownRepresentatives,
  listPairingsOn,
  listPoints,
  listSameDay,
  type LeaderSeat,
  type RecordRow,
} from './interaction.reads.ts';
import { talkLogged } from './news.door.ts';
import { talkOf } from './talk-shown.ts';
import { meetRequests } from './talk-requests.ts';
import { rowsOfPairs } from './year-rows.ts';

type Body = BodyOf<typeof contract>;
type Next = { readonly choice: string | null; readonly on: PlainDate | null };

const refuse = (refusal: Refusal | undefined) => {
  if (refusal) throw new Refused(refusal);
};
const blankToNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text.trim());

export async function logInteraction(asked: Context, body: Body) {
  const happened = getHappened(asked, body);
  const lent = await findLentName(asked, body.leaderId ?? asked.actor.personId, 'log');
  const context = lent?.context ?? asked;
  const { actor, db, institutionId, reach, today, now } = context;
  const leader = await findLeader(db, institutionId, reach, body.leaderId ?? actor.personId, today);
  if (!leader) throw new Refused(interactionRefusals.noSuchLeader(undefined, { field: 'leaderId' }));
  const people = [...new Set(body.representativeIds)];
  const pairings = await listPairingsOn(db, institutionId, leader.id, people, happened.on);
  const known = await listKnownRepresentatives(db, institutionId, reach, people);

  if (!lent && !mayWriteFor(actor, leader.id, leader.unitId)) throw new Refused(interactionRefusals.notYourLeader());
  const strangers = people.filter((id) => !known.includes(id) && !pairings.has(id)).length;
  if (strangers > 0)
    throw new Refused(interactionRefusals.noSuchPerson({ count: strangers }, { field: 'representativeIds' }));
  const next = getNext(body, happened.on, today);
  const draft = draftOf(body, people, happened, next);
  refuse(refuseLog(draft, today));

  const parties = people.map((id) => ({ representativeId: id, pairingId: pairings.get(id) ?? null }));
  const logged =
    body.merge !== undefined && body.merge !== 'separate'
      ? await merge(context, body, body.merge, leader, draft, next, parties)
      : await record(context, body, leader, draft, happened, next, parties, lent?.delegationId ?? null);

  await context.audit({
    action: logged.merged ? 'merge' : 'log',
    subjectKind: 'interaction',
    subjectId: logged.id,
    people: [leader.id, ...people],
    detail: {
      channel: body.channel,
      on: happened.on,
      ...(leader.id === actor.personId ? {} : { for: leader.id, by: actor.name }),
    },
  });
  if (body.cameAbout) await meetRequests(context, logged.id, leader.id, people);
  await context.tell(talkLogged, {
    interactionId: logged.id,
    leaderId: leader.id,
    leaderName: leader.name,
    unitId: leader.unitId,
    people,
    channel: body.channel,
    on: happened.on,
    from: body.cameAbout ? (body.from ?? null) : null,
  });
  const policy = await getPolicyInForce(db, institutionId, today);
  return {
    ...logged,
    happenedOn: happened.on,
    nextOn: next.on,
    undoUntil: logged.merged ? null : undoUntil(now).toISOString(),
    rows: await rowsOfPairs(context, policy, leader.id, people),
  };
}

function getHappened({ now, zone, today }: Context, body: Body): Happened {
  // "Just now" is said when it is written down. A clock ahead of the house's says no more than that it is now.
  const written = body.writtenAt === undefined ? now : new Date(Math.min(Date.parse(body.writtenAt), now.getTime()));
  const happened = happenedWhen(body.when, written, zone);
  if (!happened) throw new Refused(interactionRefusals.noDay(undefined, { field: 'on' }));
  // The rule knows days; a time of today that is still to come is as little past as tomorrow.
  if (isInFuture(happened.on, happened.precision, today) || (happened.at !== null && happened.at > now))
    throw new Refused(LOG_REFUSALS.inFuture(undefined, { field: 'on' }));
  return happened;
}

function getNext({ next }: Body, talkedOn: PlainDate, today: PlainDate): Next {
  if (!next) return { choice: null, on: null };
  if (next.choice === 'pick' && next.on === undefined)
    throw new Refused(interactionRefusals.noNextDay(undefined, { field: 'nextOn' }));
  return {
    choice: next.choice,
    on: next.choice === 'pick' ? (next.on ?? null) : nextTalkOn(talkedOn, next.choice, today),
  };
}

function draftOf(body: Body, people: readonly Id[], happened: Happened, next: Next): LogDraft {
  return {
    representativeIds: people,
    on: happened.on,
    precision: happened.precision,
    words: blankToNull(body.words),
    points: body.points.map((point) => ({
      kind: point.kind,
      words: point.words.trim(),
    })),
    nextOn: next.on,
    lateReason: blankToNull(body.lateReason),
  };
}

type Parties = readonly { readonly representativeId: Id; readonly pairingId: Id | null }[];

async function record(
  context: Context,
  body: Body,
  leader: LeaderSeat,
  draft: LogDraft,
  happened: Happened,
  next: Next,
  parties: Parties,
  delegationId: Id | null,
) {
  const { actor, db, institutionId, reach, now } = context;
  const { channel } = body;
  const people = parties.map((party) => party.representativeId);
  if (body.merge !== 'separate') {
    await holdDay(db, institutionId, leader.id, draft.on);
    const earlier = await listSameDay(db, institutionId, reach, { leaderId: leader.id, on: draft.on, channel, people });
    const at = happened.at?.getTime() ?? null;
    const same = findLikelySame({ on: draft.on, precision: draft.precision, channel, at }, earlier.map(loggedOf));
    const found = earlier.find((each) => each.id === same?.id);
    if (same && found) {
      const talk = await talkOf(context, found);
      throw new Refused({ ...refuseLikelySame(same), extra: { earlier: talk } });
    }
  }
  const onBehalf = leader.id !== actor.personId;
  const id = await insertInteraction(db, {
    institutionId,
    leaderId: leader.id,
    unitId: leader.unitId,
    parties,
    channel,
    on: draft.on,
    precision: draft.precision,
    at: happened.at,
    cameAbout: body.cameAbout,
    place: blankToNull(body.place),
    words: draft.words,
    lateReason: draft.lateReason,
    points: body.points.map((point) => ({
      ...point,
      words: point.words.trim(),
    })),
    nextOn: next.on,
    nextChoice: next.choice,
    createdAt: now,
    recordedBy: actor.personId,
    recordedAs: onBehalf ? actor.name : null,
    delegationId,
  });
  return { id, version: 1, merged: false };
}

const loggedOf = (row: RecordRow) => ({
  id: row.id,
  on: row.on,
  precision: row.precision,
  channel: row.channel,
  at: row.at?.getTime() ?? null,
});

/** The earlier record keeps its day and way; what was said now is added below what was said then. */
async function merge(
  context: Context,
  body: Body,
  into: { readonly into: Id; readonly version: number },
  leader: LeaderSeat,
  draft: LogDraft,
  next: Next,
  parties: Parties,
) {
  const { actor, db, institutionId, reach, inNamesOf = [] } = context;
  const earlier = await findRecord(db, institutionId, reach, into.into, { lock: true });
  const fits = earlier?.leaderId === leader.id && earlier.on === draft.on && earlier.channel === body.channel;
  if (!earlier || !fits) throw new Refused(interactionRefusals.cannotMerge());
  // What the leader wrote or confirmed is theirs: nothing is added to it in their name without their word.
  const awaitsOwn = earlier.recordedBy === actor.personId && earlier.leaderConfirmedAt === null;
  if (inNamesOf.includes(leader.id) && !awaitsOwn) throw new Refused(interactionRefusals.notYoursToMerge());
  if (earlier.version !== into.version)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await talkOf(context, earlier) } }));
  const points = await listPoints(db, institutionId, reach, [earlier.id]);
  const newParties = parties.filter((party) => !earlier.people.includes(party.representativeId));
  const merged = await mergeIntoInteraction(db, {
    institutionId,
    id: earlier.id,
    leaderId: leader.id,
    unitId: earlier.unitId,
    channel: earlier.channel,
    on: earlier.on,
    precision: earlier.precision,
    version: earlier.version,
    newParties,
    cameAbout: earlier.cameAbout || body.cameAbout,
    people: [...earlier.people, ...newParties.map((party) => party.representativeId)],
    words: [earlier.words, draft.words].filter((text) => text !== null && text !== '').join('\n') || null,
    points: body.points.map((point) => ({
      ...point,
      words: point.words.trim(),
    })),
    pointsBefore: points.length,
    ...(next.choice === null
      ? {
          nextOn: earlier.nextOn,
          nextChoice: earlier.nextChoice,
        }
      : {
          nextOn: next.on,
          nextChoice: next.choice,
        }),
  });
  if (!merged) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await talkOf(context, earlier) } }));
  return { id: earlier.id, version: earlier.version + 1, merged: true };
}

/** A talk is asked for, answered, arranged; the one that takes place meets it. */
import { mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import type * as contract from '@zhengyou/domain/interaction/talk-request.contract.ts';
import {
  foldRequest,
  isOpen,
  isOverdue,
  mayFollow,
  requestCans,
  type RequestAction,
  type RequestState,
  type Slot,
} from '@zhengyou/domain/interaction/talk-request.ts';
import { requestRefusals } from '@zhengyou/domain/interaction/talk-request.words.ts';
import { addWorkingDays } from '@zhengyou/domain/calendar/working-days.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { readTime } from '@zhengyou/domain/policy/local-setting.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { findLentName } from '../access/lend.door.ts';
import { workdaysOf } from '../calendar/calendar.door.ts';
import { localSettingsOn } from '../policy/policy.door.ts';
import { requestAnswered, requestAsked, requestClosed, requestPassedOn } from './news.door.ts';
import {
  appendRequestStep,
  holdRequest,
  holdRequestsBetween,
  holdRequestsMetBy,
  holdTwins,
  insertRequest,
  listRequestRows,
  listRequestSteps,
  writeRequest,
  type RequestRow,
  type Show,
} from './talk-request.queries.ts';
import { findPairedLeader } from './talk-request.reads.ts';

export async function askTalk(context: Context, body: BodyOf<typeof contract.askTalk>) {
  const { actor, db, institutionId, today, now } = context;
  const leader = await findPairedLeader(db, institutionId, actor.personId, body.leaderId, today);
  if (!leader) throw new Refused(requestRefusals.notYourLeader(undefined, { field: 'leaderId' }));
  checkSlots(body.slots, today);
  const answerBy = await answerDay(context, leader.unitId);

  const request: RequestRow = {
    id: newId(now.getTime()),
    version: 1,
    representativeId: actor.personId,
    representativeName: actor.name,
    leaderId: leader.id,
    leaderName: leader.name,
    unitId: leader.unitId,
    status: 'asked',
    topic: body.topic === undefined || body.topic === '' ? null : body.topic,
    urgency: body.urgency,
    channel: body.channel,
    slots: body.slots,
    meant: null,
    askedOn: today,
    answerBy,
    answerByIsLocal: answerBy !== null,
  };
  if (!(await insertRequest(db, institutionId, request))) throw new Refused(requestRefusals.openAlready());
  await append(context, request, 'ask', body.slots, null);

  await context.tell(requestAsked, { requestId: request.id, leaderId: leader.id, answerBy });
  return shown(context, request);
}

function checkSlots(slots: readonly Slot[], today: PlainDate) {
  if (slots.some((slot) => slot.on < today)) throw new Refused(requestRefusals.slotPast(undefined, { field: 'slots' }));
}

/** The measures name no number ("as far as possible"); a house may have set one for itself. */
async function answerDay(context: Context, unitId: Id): Promise<PlainDate | null> {
  const { db, institutionId, today } = context;
  const setting = (await localSettingsOn(db, institutionId, 'requestWithin', today))(unitId);
  const time = setting && readTime(setting.value);
  if (!time) return null;
  return time.unit === 'day'
    ? addDays(today, time.count)
    : addWorkingDays(today, time.count, await workdaysOf(context)).on;
}

async function append(
  context: Context,
  request: RequestRow,
  action: RequestAction,
  slots: readonly Slot[],
  words: string | null,
) {
  const { actor, db, institutionId, now } = context;
  const by = { id: actor.personId, name: actor.name };
  await appendRequestStep(db, institutionId, request, { action, slots, words, actor: by, at: now });
  await context.audit({
    action,
    subjectKind: 'talkRequest',
    subjectId: request.id,
    people: [request.leaderId, request.representativeId],
  });
}

export async function listRequests(context: Context, query: { readonly show: Show; readonly limit: number }) {
  const { db, institutionId, reach, today } = context;
  const { items, total } = await listRequestRows(db, institutionId, reach, query.show, today, query.limit);
  await context.audit({
    action: 'read',
    subjectKind: 'talkRequests',
    people: [...new Set(items.map((one) => one.representativeId))],
    detail: { count: items.length },
  });
  return { items: await allShown(context, items), total };
}

async function hold(context: Context, id: Id, version: number): Promise<RequestRow> {
  const request = await holdRequest(context.db, context.institutionId, context.reach, id);
  if (!request) throw new Refused(edgeRefusals.notFound());
  if (request.version !== version)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await shown(context, request) } }));
  return request;
}

/** Steps the machine and stores where it came to, by the same fold that reads the history. */
async function step(
  context: Context,
  request: RequestRow,
  action: Exclude<RequestAction, 'ask'>,
  slots: readonly Slot[],
  words: string | null,
  metBy: Id | null = null,
): Promise<RequestState> {
  const { db, institutionId, reach } = context;
  if (!mayFollow(request.status, action)) throw new Refused(requestRefusals.notNow());
  await append(context, request, action, slots, words);
  const state = foldRequest(await listRequestSteps(db, institutionId, reach, [request.id]));
  if (!state) throw new Error(`request ${request.id} has no beginning`);
  await writeRequest(db, institutionId, request, state, metBy);
  if (!isOpen(state.status)) await context.tell(requestClosed, { requestId: request.id });
  return state;
}

const blankToNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);

export async function answerRequest(asked: Context, id: Id, body: BodyOf<typeof contract.answerRequest>) {
  const inNameOf = body.action === 'passOn' ? undefined : body.inNameOf;
  const lent = inNameOf && (await findLentName(asked, inNameOf, 'arrange'));
  const context = lent ? lent.context : asked;
  const request = await hold(context, id, body.version);
  const { leaderId, unitId } = request;
  if (lent && leaderId !== inNameOf) throw new Refused(edgeRefusals.notFound());
  if (!lent && !mayWriteFor(context.actor, leaderId, unitId)) throw new Refused(edgeRefusals.notYours());
  if (body.action === 'passOn') {
    if (body.words === '') throw new Refused(requestRefusals.reasonMissing(undefined, { field: 'words' }));
    await step(context, request, 'passOn', [], body.words);
    await context.tell(requestPassedOn, { requestId: id, leaderId });
  } else {
    const slot = body.action === 'pick' ? request.slots[body.slot] : body.slot;
    if (!slot) throw new Refused(requestRefusals.noSlot(undefined, { field: 'slot' }));
    checkSlots([slot], context.today);
    await step(context, request, body.action, [slot], body.action === 'offer' ? blankToNull(body.words) : null);
    await context.tell(requestAnswered, { requestId: id, leaderId, representativeId: request.representativeId });
  }
  return again(context, id);
}

export async function replyToOffer(context: Context, id: Id, body: BodyOf<typeof contract.replyToOffer>) {
  const request = await hold(context, id, body.version);
  if (request.representativeId !== context.actor.personId) throw new Refused(edgeRefusals.notYours());
  const slots = body.action === 'another' ? body.slots : [];
  checkSlots(slots, context.today);
  await step(context, request, body.action, slots, body.action === 'accept' ? null : blankToNull(body.words));
  if (body.action === 'another')
    await context.tell(requestAsked, { requestId: id, leaderId: request.leaderId, answerBy: request.answerBy });
  return again(context, id);
}

/** The talk has taken place: whatever was asked for between these people is met by it. */
export async function meetRequests(context: Context, talkId: Id, leaderId: Id, people: readonly Id[]): Promise<void> {
  const { db, institutionId, reach } = context;
  for (const request of await holdRequestsBetween(db, institutionId, reach, leaderId, people))
    await step(context, request, 'meet', [], null, talkId);
}

/** The record of the talk was taken back: what it had met is open again. */
export async function reopenRequests(context: Context, talkId: Id): Promise<void> {
  const { db, institutionId, reach } = context;
  for (const request of await holdRequestsMetBy(db, institutionId, reach, talkId))
    await step(context, request, 'unmeet', [], null);
}

/** Two records become one person: where both had asked the same leader, or had been asked by the same person, one request is left. */
export async function withdrawTwins(context: Context, { keptId, otherId }: { keptId: Id; otherId: Id }): Promise<void> {
  const { db, institutionId, reach } = context;
  for (const request of await holdTwins(db, institutionId, reach, keptId, otherId))
    await step(context, request, 'withdraw', [], null);
}

async function again(context: Context, id: Id) {
  const request = await holdRequest(context.db, context.institutionId, context.reach, id);
  if (!request) throw new Refused(edgeRefusals.notFound());
  return shown(context, request);
}

async function shown(context: Context, request: RequestRow) {
  const [one] = await allShown(context, [request]);
  if (!one) throw new Error('a request without itself');
  return one;
}

/** Whoever arranges in a leader's name needs the times, not what it is about. */
export async function allShown(context: Context, requests: readonly RequestRow[]) {
  const { actor, db, institutionId, reach, today, inNamesOf = [] } = context;
  const ids = requests.map((one) => one.id);
  const steps = Map.groupBy(await listRequestSteps(db, institutionId, reach, ids), (one) => one.requestId);
  return requests.map((one) => {
    const own = mayWriteFor(actor, one.leaderId, one.unitId) || one.representativeId === actor.personId;
    const lent = !own && inNamesOf.includes(one.leaderId);
    const side = {
      asked: one.representativeId === actor.personId,
      answers: lent || mayWriteFor(actor, one.leaderId, one.unitId),
      office: one.leaderId !== actor.personId,
    };
    return {
      id: one.id,
      version: one.version,
      leader: { id: one.leaderId, name: one.leaderName },
      representative: { id: one.representativeId, name: one.representativeName },
      status: one.status,
      topic: lent ? null : one.topic,
      urgency: one.urgency,
      channel: one.channel,
      askedOn: one.askedOn,
      answerBy: one.answerBy,
      answerByIsLocal: one.answerByIsLocal,
      overdue: isOverdue(one, today),
      slots: [...one.slots],
      meant: one.meant,
      steps: (steps.get(one.id) ?? []).map(({ action, name, words, at }) => ({
        action,
        name,
        words: lent ? null : words,
        at,
      })),
      can: requestCans(one.status, side).filter(
        (action) => action !== 'pick' || one.slots.some((slot) => slot.on >= today),
      ),
    };
  });
}

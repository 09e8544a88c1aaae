/** The duty of a pair is excused for a time, or one is reminded of it later; either is taken back. */
import { mayWriteFor } from '@zhengyou/domain/interaction/interaction.access.ts';
import type * as contract from '@zhengyou/domain/interaction/pause.contract.ts';
import type { PauseShown } from '@zhengyou/domain/interaction/pause-shown.ts';
import { asksReason, excuseOf, refuseSnooze, type PauseStep } from '@zhengyou/domain/interaction/pause.ts';
import { pauseRefusals } from '@zhengyou/domain/interaction/pause.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { getPolicyInForce } from '../policy/policy.door.ts';
import { appendPause, holdPauses, listPauseSteps, type HeldPauses, type PauseRow } from './pause.queries.ts';
import { listPairs, type PairRow } from './year.reads.ts';
import { readYearBook } from './year-rows.ts';

type Held = { readonly pair: PairRow; readonly pauses: HeldPauses; readonly steps: readonly PauseRow[] };

async function getPair({ db, institutionId, reach, today }: Context, pairing: Id): Promise<PairRow> {
  const [pair] = await listPairs(db, institutionId, reach, today, { pairing });
  if (!pair) throw new Refused(pauseRefusals.noPair());
  return pair;
}

async function hold(context: Context, pairing: Id): Promise<Held> {
  const { actor, db, institutionId, reach } = context;
  const pair = await getPair(context, pairing);
  if (!mayWriteFor(actor, pair.leader.id, pair.unitId)) throw new Refused(edgeRefusals.notYours());
  const pauses = await holdPauses(db, institutionId, pair);
  const steps = (await listPauseSteps(db, institutionId, reach, [pairing])).get(pairing) ?? [];
  return { pair, pauses, steps };
}

async function append(context: Context, held: Held, step: Omit<PauseStep, 'ordinal' | 'doneOn'>) {
  const { actor, db, institutionId, now, today, requestKey } = context;
  const { pair } = held;
  const after = await appendPause(db, institutionId, pair, held.pauses, held.steps, {
    ...step,
    doneOn: today,
    actor: { id: actor.personId, name: actor.name },
    requestKey,
    at: now,
  });
  await context.audit({
    action: step.action,
    subjectKind: 'pairing',
    subjectId: pair.pairingId,
    people: [pair.leader.id, pair.person.id],
    detail: { from: step.from, until: step.until },
  });
  return { ordinal: after.version, version: after.version, row: await rowOf(context, pair.pairingId) };
}

async function rowOf(context: Context, pairing: Id) {
  const policy = await getPolicyInForce(context.db, context.institutionId, context.today);
  const [found] = (await readYearBook(context, policy, { pairing })).pairs;
  if (!found) throw new Error(`pair ${pairing} is there and is not`);
  return found.row;
}

export async function excusePair(context: Context, pairing: Id, body: BodyOf<typeof contract.excusePair>) {
  const { today } = context;
  const held = await hold(context, pairing);
  const days = excuseOf({ ...body, fromOn: body.fromOn ?? today }, today);
  if ('code' in days) throw new Refused(days);
  return append(context, held, { action: 'excuse', ...days, reason: body.reason, undoes: null });
}

export async function snoozePair(context: Context, pairing: Id, body: BodyOf<typeof contract.snoozePair>) {
  const { today } = context;
  const held = await hold(context, pairing);
  const { year } = await rowOf(context, pairing);
  const reason = body.reason === undefined || body.reason === '' ? null : body.reason;
  const refusal = refuseSnooze(
    { untilOn: body.untilOn, reason },
    today,
    asksReason(held.pauses, today, year.last?.on ?? null),
  );
  if (refusal) throw new Refused(refusal);
  return append(context, held, { action: 'snooze', from: null, until: body.untilOn, reason, undoes: null });
}

export async function takeBackPause(context: Context, pairing: Id, ordinal: number) {
  const held = await hold(context, pairing);
  const { pauses, steps } = held;
  if (pauses.version !== context.ifMatch)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: shown(steps, pauses) } }));
  const stands = [...pauses.excuses, ...pauses.snoozes].some((one) => one.ordinal === ordinal);
  if (!stands) throw new Refused(pauseRefusals.goneAlready());
  return append(context, held, { action: 'takeBack', from: null, until: null, reason: null, undoes: ordinal });
}

export async function listPauses(context: Context, pairing: Id) {
  const { actor, db, institutionId, reach } = context;
  const pair = await getPair(context, pairing);
  const steps = (await listPauseSteps(db, institutionId, reach, [pairing])).get(pairing) ?? [];
  await context.audit({
    action: 'read',
    subjectKind: 'pauses',
    subjectId: pairing,
    people: [pair.person.id],
    detail: { count: steps.length },
  });
  const mine = mayWriteFor(actor, pair.leader.id, pair.unitId);
  return { ...shown(steps, { version: steps.length }), can: mine ? ['takeBack' as const] : [] };
}

const shown = (steps: readonly PauseRow[], { version }: { readonly version: number }) => ({
  version,
  steps: pausesShown(steps),
});

/** The history in the order of its steps, each saying whether a later one took it back. */
export function pausesShown(steps: readonly PauseRow[]): PauseShown[] {
  const undone = new Set(steps.map((step) => step.undoes));
  return steps.map(({ ordinal, action, from, until, reason, name, at, undoes }) => ({
    ordinal,
    action,
    fromOn: from,
    lastOn: action === 'excuse' && until !== null ? addDays(until, -1) : null,
    untilOn: action === 'snooze' ? until : null,
    reason,
    name,
    at: at.toISOString(),
    takenBack: undone.has(ordinal),
    undoes,
  }));
}

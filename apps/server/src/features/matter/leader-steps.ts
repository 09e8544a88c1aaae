/** What the leader who heard it does: answers on the spot what they can, or passes it on with a word. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/matter/leader-steps.contract.ts';
import { applyStep } from '@zhengyou/domain/matter/matter.machine.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import { promises, type Way } from '@zhengyou/domain/matter/matter.ts';
import { refuseReply } from '@zhengyou/domain/matter/reply-text.ts';
import type { Context } from '../../edge/context.ts';
import { openHeard } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { refuseNaming } from './keeper-steps.ts';
import { listPoints } from './line.reads.ts';
import { changeMatter } from './matter.queries.ts';
import { openMatter } from './open-matter.ts';
import { placeOf } from './proposer-steps.ts';
import { insertPromises, keepDelivery, keepReplies, type NewPromise } from './reply.queries.ts';
import { refuse, takeStep, tellStep, writeStep } from './take-step.ts';

export const forwardMatter = (context: Context, id: Id, body: BodyOf<typeof contract.forwardMatter>) =>
  takeStep(context, id, {
    action: 'forward',
    words: body.words ?? null,
    detail: (opened) => {
      refuseNaming(opened, [body.words], 'words');
      return {};
    },
  });

/** The reply is the leader’s own word: published at once, and delivered where the person was told. */
export async function answerOnSpot(context: Context, id: Id, body: BodyOf<typeof contract.answerOnSpot>) {
  const { db, institutionId, reach, today, now } = context;
  let made: NewPromise[] = [];
  const stepped = await takeStep(context, id, {
    action: 'answerOnSpot',
    detail: async (opened) => {
      refuseNaming(
        opened,
        body.points.map((one) => one.text),
        'points',
      );
      const points = await listPoints(db, institutionId, reach, opened.own, id);
      if (body.points.some((one) => points.every((point) => point.id !== one.id)))
        throw new Refused(MATTER_REFUSALS.noSuchPoint(undefined, { field: 'points' }));
      const answered = points.map((point) => {
        const { text = '', outcome = null, promiseOn = null } = body.points.find((one) => one.id === point.id) ?? {};
        return { id: point.id, ordinal: point.ordinal, released: null, text, outcome, promiseOn };
      });
      refuse(refuseReply(answered, today));
      const published = answered.flatMap(({ outcome, ...one }) => {
        if (outcome === null) return [];
        const promise = promises(outcome) && one.promiseOn !== null ? newId() : null;
        return [{ ...one, outcome, promise, promiseOn: promise === null ? null : one.promiseOn }];
      });
      made = published.flatMap(({ promise, promiseOn, id: pointId, ordinal: point, outcome, text }) =>
        promise === null || promiseOn === null
          ? []
          : [{ id: promise, pointId, point, round: 1, outcome, text, promisedOn: today, dueOn: promiseOn }],
      );
      return {
        points: published.map(({ ordinal: point, outcome, promiseOn, promise }) => ({
          point,
          outcome,
          promiseOn,
          promise,
        })),
      };
    },
    write: async (opened) => {
      // That this leader heard it was said by the list of proposers when it was opened.
      await openHeard(db, [id]);
      const drafts = body.points.map(({ id: pointId, ...rest }) => ({ pointId, ...rest }));
      await keepReplies(db, placeOf(context, opened), [], opened.state.round, drafts, now, today);
      await insertPromises(db, placeOf(context, opened), [], null, made);
      await changeMatter(db, institutionId, id, { points_replied: opened.state.points });
    },
  });
  return body.toldBy === null ? stepped : deliverAll(context, id, body.toldBy);
}

/** Those whom this leader heard have been told: a step for each, as every delivery. */
async function deliverAll(context: Context, id: Id, way: Way) {
  const { actor, today } = context;
  const opened = await openMatter(context, id);
  let { state, matter } = opened;
  for (const { party, leaderId, withdrawn } of opened.proposers) {
    if (leaderId !== actor.personId || withdrawn) continue;
    const by = { as: 'leader', person: null, unit: null, party: null } as const;
    const step: MatterStep = { action: 'deliver', on: today, by, detail: { party, way, told: today } };
    const now = Object.assign({}, opened, { state, matter });
    const next = applyStep(state, step) ?? state;
    const version = await writeStep(context, now, step, next, null);
    const one = { round: next.round, party, way, on: today, by: actor.name, readOn: null };
    await keepDelivery(context.db, placeOf(context, opened), one);
    await tellStep(context, now, step, next, party);
    state = next;
    matter = Object.assign({}, matter, { version, state: next, status: next.status });
  }
  return { id, version: matter.version, status: state.status };
}

/** What those who answer do: take, hand back, tell, wait, draft, submit, ask for time, give an opinion. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { deadlineOf } from '@zhengyou/domain/calendar/deadline.ts';
import { latestPledge } from '@zhengyou/domain/matter/matter.access.ts';
import type * as contract from '@zhengyou/domain/matter/handler-steps.contract.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import { refuseReply } from '@zhengyou/domain/matter/reply-text.ts';
import type { Context } from '../../edge/context.ts';
import { draftsOf, refuseNaming } from './keeper-steps.ts';
import { changeMatter, desksOf } from './matter.queries.ts';
import { keepReplies } from './reply.queries.ts';
import { listUnitRefs } from './matter.reads.ts';
import type { Opened } from './open-matter.ts';
import { placeOf } from './proposer-steps.ts';
import { refuse, takeStep } from './take-step.ts';

export const takeMatter = (context: Context, id: Id, body: BodyOf<typeof contract.takeMatter>) =>
  takeStep(context, id, {
    action: 'take',
    words: body.note ?? null,
    detail: ({ world }) => {
      const latest = latestPledge(world.clocks);
      if (body.pledgeOn && body.pledgeOn < context.today)
        throw new Refused(MATTER_REFUSALS.dayPassed(undefined, { field: 'pledgeOn' }));
      // A day that has passed already binds nobody to the past.
      if (body.pledgeOn && latest !== null && latest >= context.today && body.pledgeOn > latest)
        throw new Refused(MATTER_REFUSALS.pledgeTooLate({ day: latest }, { field: 'pledgeOn' }));
      return { pledgeOn: body.pledgeOn ?? null };
    },
  });

const unitOf = ({ relation }: Opened): Id => {
  if (relation.unit === null) throw new Refused(MATTER_REFUSALS.notYours());
  return relation.unit;
};

export const handBackMatter = (context: Context, id: Id, body: BodyOf<typeof contract.handBackMatter>) =>
  takeStep(context, id, {
    action: 'handBack',
    words: body.reason,
    detail: async (opened) => {
      if (body.suggests) {
        const units = await listUnitRefs(context.db, context.institutionId);
        if (!units.has(body.suggests)) throw new Refused(MATTER_REFUSALS.unknownDesk(undefined, { field: 'suggests' }));
      }
      return { unit: unitOf(opened), suggests: body.suggests ?? null };
    },
  });

export const tellProposer = (context: Context, id: Id, body: BodyOf<typeof contract.tellProposer>) =>
  takeStep(context, id, {
    action: 'tell',
    words: body.words,
    detail: (opened) => {
      refuseNaming(opened, [body.words], 'words');
      return { way: body.way };
    },
  });

export const waitForMore = (context: Context, id: Id, body: BodyOf<typeof contract.waitForMore>) =>
  takeStep(context, id, {
    action: 'wait',
    words: body.question,
    detail: (opened) => {
      refuseNaming(opened, [body.question], 'question');
      return {};
    },
  });

export const resumeMatter = (context: Context, id: Id, body: BodyOf<typeof contract.resumeMatter>) =>
  takeStep(context, id, {
    action: 'resume',
    words: body.reason,
    detail: (opened) => {
      refuseNaming(opened, [body.reason], 'reason');
      return {};
    },
  });

export const noteHandling = (context: Context, id: Id, body: BodyOf<typeof contract.noteHandling>) =>
  takeStep(context, id, {
    action: 'note',
    words: body.words,
    detail: (opened) => {
      refuseNaming(opened, [body.words], 'words');
      return {};
    },
  });

export const giveOpinion = (context: Context, id: Id, body: BodyOf<typeof contract.giveOpinion>) =>
  takeStep(context, id, {
    action: 'giveOpinion',
    words: body.words,
    detail: (opened) => ({ unit: unitOf(opened) }),
  });

export const askExtension = (context: Context, id: Id, body: BodyOf<typeof contract.askExtension>) =>
  takeStep(context, id, {
    action: 'askExtension',
    words: body.reason,
    detail: ({ world, rules }) => {
      const { today } = context;
      const reply = world.clocks.findLast((one) => one.clock === 'reply' && one.endedOn === null);
      const field = { field: 'until' };
      if (body.until < today) throw new Refused(MATTER_REFUSALS.dayPassed(undefined, field));
      const due = reply?.dueOn ?? null;
      if (due !== null && body.until <= due) throw new Refused(MATTER_REFUSALS.extensionTooShort({ day: due }, field));
      const most = rules.loop.rules.extension.deadline;
      const latest = most && deadlineOf(most, due ?? today, rules.workdays).on;
      if (latest && body.until > latest) throw new Refused(MATTER_REFUSALS.extensionTooLong({ day: latest }, field));
      return { until: body.until };
    },
  });

export async function writeReply(context: Context, id: Id, body: BodyOf<typeof contract.writeReply>) {
  const { db, institutionId, now } = context;
  let unanswered = 0;
  const stepped = await takeStep(context, id, {
    action: 'draft',
    detail: async (opened) => {
      refuseNaming(
        opened,
        body.points.map((one) => one.text),
        'points',
      );
      const known = await draftsOf(context, opened);
      if (body.points.some((one) => known.every((point) => point.id !== one.id)))
        throw new Refused(MATTER_REFUSALS.noSuchPoint(undefined, { field: 'points' }));
      const written = new Map(body.points.map((one) => [one.id, one.text]));
      unanswered = known.filter((point) => (written.get(point.id) ?? point.text) === '').length;
      return {};
    },
    write: async (opened, next) => {
      const drafts = body.points.map(({ id: pointId, text, outcome, promiseOn }) => ({
        pointId,
        text,
        outcome,
        promiseOn,
      }));
      await keepReplies(db, placeOf(context, opened), desksOf(next), next.round, drafts, now);
      await changeMatter(db, institutionId, id, { points_replied: next.points - unanswered });
    },
  });
  return { ...stepped, unanswered };
}

export const submitReply = (context: Context, id: Id) =>
  takeStep(context, id, {
    action: 'submit',
    detail: async (opened) => {
      refuse(refuseReply(await draftsOf(context, opened), context.today));
      return {};
    },
  });

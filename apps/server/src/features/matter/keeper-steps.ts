/** What those who keep the loop do: report, triage, release, hand over, review, publish, deliver, merge, part, close. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { handedBackBefore } from '@zhengyou/domain/matter/matter.access.ts';
import { isLive } from '@zhengyou/domain/matter/matter.answers.ts';
import type * as contract from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import type { reopenMatter as reopen } from '@zhengyou/domain/matter/reopen.contract.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import { promises } from '@zhengyou/domain/matter/matter.ts';
import { findNameIn, refuseReply } from '@zhengyou/domain/matter/reply-text.ts';
import type { Context } from '../../edge/context.ts';
import { seeingAll } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { changeMatter, desksOf } from './matter.queries.ts';
import { insertPromises, keepDelivery, markPublished, type NewPromise } from './reply.queries.ts';
import { changePoint, insertPoints, releaseAddition, releasedBigrams } from './said.queries.ts';
import { listPoints, listReplies } from './line.reads.ts';
import { listHandlers, listUnitRefs } from './matter.reads.ts';
import type { Opened } from './open-matter.ts';
import { placeOf } from './proposer-steps.ts';
import { refuse, takeStep } from './take-step.ts';

/** Those who chose not to be named, by name: their names may stand in no text that others read. */
const unnamed = ({ proposers }: Opened) => proposers.filter((one) => !one.named).map((one) => one.name);

export function refuseNaming(opened: Opened, texts: readonly (string | undefined)[], field?: string): void {
  const name = findNameIn(
    texts.filter((text): text is string => text !== undefined),
    unnamed(opened),
  );
  if (name !== undefined) throw new Refused(MATTER_REFUSALS.namesProposer({ name }, field ? { field } : undefined));
}

export const reportMatter = (context: Context, id: Id, body: BodyOf<typeof contract.reportMatter>) =>
  takeStep(context, id, {
    action: 'report',
    words: body.note ?? null,
    detail: (opened) => {
      refuseNaming(opened, [body.note], 'note');
      return { way: body.way };
    },
  });

export const triageMatter = (context: Context, id: Id, body: BodyOf<typeof contract.triageMatter>) =>
  takeStep(context, id, {
    action: 'triage',
    words: body.reason ?? null,
    detail: (opened) => {
      if (body.disposition !== 'accepted' && body.reason === undefined)
        throw new Refused(MATTER_REFUSALS.reasonMissing(undefined, { field: 'reason' }));
      refuseNaming(opened, [body.reason], 'reason');
      return { disposition: body.disposition };
    },
  });

export const releaseMatter = (context: Context, id: Id, body: BodyOf<typeof contract.releaseMatter>) =>
  takeStep(context, id, {
    action: 'release',
    detail: async (opened) => {
      refuseNaming(opened, [body.title], 'title');
      refuseNaming(
        opened,
        body.points.map((one) => one.text),
        'points',
      );
      refuseNaming(
        opened,
        body.additions.map((one) => one.text),
        'additions',
      );
      const { db, institutionId, reach } = context;
      const known = await listPoints(db, institutionId, reach, opened.own, id);
      const named = body.points.flatMap((one) => one.id ?? []);
      const all = new Set(named).size === named.length && known.every((one) => named.includes(one.id));
      if (!all || named.some((one) => known.every((point) => point.id !== one)))
        throw new Refused(MATTER_REFUSALS.noSuchPoint(undefined, { field: 'points' }));
      return { points: body.points.length };
    },
    write: async (opened) => {
      const { db, institutionId } = context;
      for (const [index, point] of body.points.entries())
        if (point.id) await changePoint(db, institutionId, point.id, { released: point.text, ordinal: index + 1 });
        else
          await insertPoints(db, placeOf(context, opened), opened.matter.desks, [
            { id: newId(), ordinal: index + 1, released: point.text },
          ]);
      for (const one of body.additions) await releaseAddition(db, institutionId, id, one.ordinal, one.text);
      const texts = body.points.map((one) => one.text);
      await changeMatter(db, institutionId, id, { title: body.title, bigrams: releasedBigrams(body.title, texts) });
    },
  });

export const assignMatter = (context: Context, id: Id, body: BodyOf<typeof contract.assignMatter>) =>
  takeStep(context, id, {
    action: 'assign',
    words: body.note ?? null,
    detail: async (opened) => {
      const { db, institutionId, today } = context;
      refuseNaming(opened, [body.note], 'note');
      const coHandlers = [...new Set(body.coHandlers)];
      if (coHandlers.includes(body.lead)) throw new Refused(MATTER_REFUSALS.leadIsCoHandler());
      const units = await listUnitRefs(db, institutionId);
      const handlers = await seeingAll(db, context.reach.whole, () => listHandlers(db, institutionId, today));
      for (const unit of [body.lead, ...coHandlers]) {
        const name = units.get(unit)?.shortName;
        if (name === undefined) throw new Refused(MATTER_REFUSALS.unknownDesk(undefined, { field: 'lead' }));
        if (!handlers.has(unit)) throw new Refused(MATTER_REFUSALS.notADesk({ unit: name }, { field: 'lead' }));
      }
      // Back to where it was sent back from: only with a ground, and then it stays there.
      if (handedBackBefore(opened.state, body.lead) && !body.note)
        throw new Refused(
          MATTER_REFUSALS.handBackLoop({ unit: units.get(body.lead)?.shortName ?? '' }, { field: 'note' }),
        );
      return { lead: body.lead, coHandlers, grounded: Boolean(body.note) };
    },
  });

export const decideExtension = (context: Context, id: Id, body: BodyOf<typeof contract.decideExtension>) =>
  takeStep(context, id, {
    action: 'decideExtension',
    words: body.reason ?? null,
    detail: (opened) => {
      refuseNaming(opened, [body.reason], 'reason');
      if (!body.grant && body.reason === undefined)
        throw new Refused(MATTER_REFUSALS.reasonMissing(undefined, { field: 'reason' }));
      return { grant: body.grant };
    },
  });

/** The drafts of this round, point by point. */
export async function draftsOf(context: Context, opened: Opened) {
  const { db, institutionId, reach } = context;
  const points = await listPoints(db, institutionId, reach, opened.own, opened.matter.id);
  const replies = (await listReplies(db, institutionId, opened.matter.id)).filter(
    (one) => one.round === opened.state.round,
  );
  return points.map((point) => {
    const reply = replies.find((one) => one.pointId === point.id);
    const { text = '', outcome = null, promiseOn = null } = reply ?? {};
    return { id: point.id, ordinal: point.ordinal, released: point.released, text, outcome, promiseOn };
  });
}

export const reviewReply = (context: Context, id: Id, body: BodyOf<typeof contract.reviewReply>) =>
  takeStep(context, id, {
    action: 'review',
    words: body.reason ?? null,
    detail: async (opened) => {
      if (body.verdict === 'returned') {
        if (body.reason === undefined) throw new Refused(MATTER_REFUSALS.reasonMissing(undefined, { field: 'reason' }));
        refuseNaming(opened, [body.reason], 'reason');
      } else {
        const drafts = await draftsOf(context, opened);
        refuseNaming(
          opened,
          drafts.map((one) => one.text),
        );
        refuse(refuseReply(drafts, context.today));
      }
      return { verdict: body.verdict };
    },
  });

export function publishReply(context: Context, id: Id) {
  const { db, institutionId, today } = context;
  let made: NewPromise[] = [];
  return takeStep(context, id, {
    action: 'publish',
    detail: async (opened) => {
      const drafts = await draftsOf(context, opened);
      refuse(refuseReply(drafts, today));
      const points = drafts.flatMap(({ ordinal, outcome, promiseOn, ...draft }) => {
        if (outcome === null) return [];
        const promise = promises(outcome) && promiseOn !== null ? newId() : null;
        return [{ ...draft, point: ordinal, outcome, promiseOn: promise === null ? null : promiseOn, promise }];
      });
      made = points.flatMap(({ promise, promiseOn, id: pointId, point, outcome, text }) =>
        promise === null || promiseOn === null
          ? []
          : [
              {
                id: promise,
                pointId,
                point,
                round: opened.state.round,
                outcome,
                text,
                promisedOn: today,
                dueOn: promiseOn,
              },
            ],
      );
      return {
        points: points.map(({ point, outcome, promiseOn, promise }) => ({ point, outcome, promiseOn, promise })),
      };
    },
    write: async (opened, next) => {
      await markPublished(db, institutionId, id, opened.state.round, today);
      await insertPromises(db, placeOf(context, opened), desksOf(next), next.lead, made);
    },
  });
}

export const deliverReply = (context: Context, id: Id, body: BodyOf<typeof contract.deliverReply>) => {
  const told = body.on ?? context.today;
  return takeStep(context, id, {
    action: 'deliver',
    party: body.party,
    detail: ({ state, proposers }) => {
      if (told > context.today) throw new Refused(MATTER_REFUSALS.dayAhead(undefined, { field: 'on' }));
      if (!isLive(state, body.party) || !proposers.some((one) => one.party === body.party))
        throw new Refused(MATTER_REFUSALS.noSuchParty(undefined, { field: 'party' }));
      if (state.published && told < state.published.on)
        throw new Refused(MATTER_REFUSALS.dayPassed(undefined, { field: 'on' }));
      return { party: body.party, way: body.way, told };
    },
    write: async (opened) => {
      const by = body.by || context.actor.name;
      const one = { round: opened.state.round, party: body.party, way: body.way, on: told, by, readOn: null };
      await keepDelivery(context.db, placeOf(context, opened), one);
    },
  });
};

/** What the earlier ledger claims is not so. The proposer need not say why; a keeper does. */
export const reopenMatter = (context: Context, id: Id, body: BodyOf<typeof reopen>) =>
  takeStep(context, id, {
    action: 'reopen',
    words: body.reason ?? null,
    detail: (opened) => {
      refuseNaming(opened, [body.reason], 'reason');
      if (opened.relation.level === 'keeper' && body.reason === undefined)
        throw new Refused(MATTER_REFUSALS.reasonMissing(undefined, { field: 'reason' }));
      return {};
    },
  });

export const closeMatter = (context: Context, id: Id) => takeStep(context, id, { action: 'close', detail: () => ({}) });

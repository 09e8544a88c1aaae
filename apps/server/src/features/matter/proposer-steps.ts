/** What a proposer does on their own line. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { lastAnswer } from '@zhengyou/domain/matter/matter.answers.ts';
import type { MatterState } from '@zhengyou/domain/matter/matter.state.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { changeMatter } from './matter.queries.ts';
import { keepAnswer, keepDelivery } from './reply.queries.ts';
import {
  deletePoints,
  deleteSaid,
  insertAddition,
  insertPoints,
  insertSaid,
  markWithdrawn,
  setNaming,
} from './said.queries.ts';
import { listAdditions } from './line.reads.ts';
import type { Opened } from './open-matter.ts';
import { takeStep } from './take-step.ts';

export const partyOf = ({ relation }: Opened): number => {
  if (relation.party === null) throw new Refused(MATTER_REFUSALS.notYours());
  return relation.party;
};

export const placeOf = (context: Context, { matter }: Opened) => ({
  institutionId: context.institutionId,
  matterId: matter.id,
  unitId: matter.unitId,
});

export const chooseNaming = (context: Context, id: Id, { named }: BodyOf<typeof contract.chooseNaming>) =>
  takeStep(context, id, {
    action: 'choose',
    detail: (opened) => ({ party: partyOf(opened), named }),
    write: async (opened) => {
      const { db, institutionId } = context;
      await setNaming(db, institutionId, id, partyOf(opened), named);
      const others = opened.proposers.filter((one) => one.party !== opened.relation.party && !one.withdrawn);
      // Another proposer’s choice may be hidden from this one: together they are named only where all are known to agree.
      const all = named && others.every((one) => one.named) && others.length === opened.state.parties.length - 1;
      await changeMatter(db, institutionId, id, { named: all });
    },
  });

export const reviseMatter = (context: Context, id: Id, body: BodyOf<typeof contract.reviseMatter>) =>
  takeStep(context, id, {
    action: 'revise',
    detail: () => ({ kind: body.kind, points: body.points.length }),
    write: async (opened) => {
      const { db, institutionId, today, now } = context;
      const place = placeOf(context, opened);
      const party = partyOf(opened);
      await deleteSaid(db, institutionId, id, ['title', 'point']);
      await deletePoints(db, institutionId, id);
      const points = body.points.map((words, index) => ({ id: newId(), ordinal: index + 1, released: null, words }));
      await insertPoints(db, place, opened.matter.desks, points);
      await insertSaid(db, place, today, now, [
        { sort: 'title', ordinal: 0, pointId: null, party, words: body.title },
        ...points.map((point) => ({
          sort: 'point' as const,
          ordinal: point.ordinal,
          pointId: point.id,
          party,
          words: point.words,
        })),
      ]);
    },
  });

async function add(context: Context, id: Id, action: 'add' | 'askProgress', words: string) {
  const { db, institutionId, reach, today, now } = context;
  const sort = action === 'add' ? ('addition' as const) : ('question' as const);
  let ordinal = 0;
  return takeStep(context, id, {
    action,
    detail: async (opened) => {
      ordinal = (await listAdditions(db, institutionId, reach, opened.own, id)).length + 1;
      return { party: partyOf(opened), addition: ordinal };
    },
    write: async (opened, next) => {
      const place = placeOf(context, opened);
      const desks = [...new Set([...(next.lead ? [next.lead] : []), ...next.coHandlers])];
      await insertAddition(db, place, desks, { ordinal, sort, on: today });
      await insertSaid(db, place, today, now, [{ sort, ordinal, pointId: null, party: partyOf(opened), words }]);
    },
  });
}

export const addToMatter = (context: Context, id: Id, { words }: BodyOf<typeof contract.addToMatter>) =>
  add(context, id, 'add', words);

export const askProgress = (context: Context, id: Id, { words }: BodyOf<typeof contract.askProgress>) =>
  add(context, id, 'askProgress', words ?? '');

export const withdrawMatter = (context: Context, id: Id) =>
  takeStep(context, id, {
    action: 'withdraw',
    detail: (opened) => ({ party: partyOf(opened) }),
    write: async (opened) => {
      await markWithdrawn(context.db, context.institutionId, id, partyOf(opened), context.now);
    },
  });

export const acknowledgeReply = (context: Context, id: Id) =>
  takeStep(context, id, {
    action: 'acknowledge',
    detail: (opened) => ({ party: partyOf(opened) }),
    write: (opened) => receive(context, opened, partyOf(opened)),
  });

/** Read on one’s own page: that is a delivery too, where nobody has told them yet. */
export async function receive(context: Context, opened: Opened, party: number): Promise<void> {
  const one = { round: opened.state.round, party, way: 'here' as const, by: null };
  await keepDelivery(context.db, placeOf(context, opened), { ...one, on: context.today, readOn: context.today });
}

export const answerMatter = (context: Context, id: Id, body: BodyOf<typeof contract.answerMatter>) =>
  takeStep(context, id, {
    action: 'answer',
    detail: (opened) => ({
      party: partyOf(opened),
      result: body.result,
      timely: body.timely ?? null,
      clear: body.clear ?? null,
    }),
    write: (opened, next) => storeAnswer(context, opened, next, partyOf(opened), body.comment ?? null, false),
  });

export async function storeAnswer(
  context: Pick<Context, 'db' | 'institutionId' | 'today'>,
  opened: Pick<Opened, 'matter' | 'state'>,
  next: MatterState,
  party: number,
  comment: string | null,
  byLink: boolean,
): Promise<void> {
  const { db, institutionId, today } = context;
  const { matter, state } = opened;
  const place = { institutionId, matterId: matter.id, unitId: matter.unitId };
  const round = state.published ? state.round : state.round - 1;
  const fact = lastAnswer(next, party, round);
  if (!fact) throw new Refused(MATTER_REFUSALS.nothingToAnswer());
  if (state.published) await keepDelivery(db, place, { round, party, way: 'here', on: today, by: null, readOn: today });
  const { result, timely, clear, firstOn, on } = fact;
  await keepAnswer(db, place, { round, party, result, timely, clear, comment, firstOn, on, byLink });
  if (next.round !== state.round) await changeMatter(db, institutionId, matter.id, { points_replied: 0 });
}

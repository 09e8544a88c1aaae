/** Two matters become one, or one becomes two: nobody who raised either is lost. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/matter/keeper-steps.contract.ts';
import { applyStep, foldMatter } from '@zhengyou/domain/matter/matter.machine.ts';
import { FROM } from '@zhengyou/domain/matter/matter.table.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import { MATTER_STATUS_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { appendAction, changeMatter, desksOf, insertMatter } from './matter.queries.ts';
import {
  changePoint,
  insertProposers,
  insertSaid,
  moveSaidPoint,
  type NewProposer,
  releasedBigrams,
} from './said.queries.ts';
import { listPoints, listSaid } from './line.reads.ts';
import type { ProposerRow } from './matter.reads.ts';
import { itemOf } from './matter-shown.ts';
import { openMatter } from './open-matter.ts';
import { takeStep, tellStep, writeStep } from './take-step.ts';
import { titleFrom } from './register-matter.ts';

const again = (one: ProposerRow, mergedFrom: string | null): NewProposer => ({
  personId: one.personId,
  name: one.name,
  leaderId: one.leaderId,
  leaderName: one.leaderName,
  named: one.named,
  interactionId: one.interactionId,
  pointId: null,
  channel: one.channel,
  mergedFrom,
});

export async function mergeMatter(context: Context, id: Id, body: BodyOf<typeof contract.mergeMatter>) {
  const { db, institutionId, actor, today } = context;
  if (body.into === id) throw new Refused(MATTER_REFUSALS.mergeSelf(undefined, { field: 'into' }));
  return takeStep(context, id, {
    action: 'merge',
    detail: async () => {
      const target = await openMatter(context, body.into);
      if (target.relation.level !== 'keeper') throw new Refused(MATTER_REFUSALS.notYours());
      if (target.matter.version !== body.intoVersion)
        throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await itemOf(context, target) } }));
      if (!FROM.receive.includes(target.state.status)) {
        const { zh, en } = MATTER_STATUS_WORDS[target.state.status];
        const { mergeTarget } = MATTER_REFUSALS;
        const bare = mergeTarget({ number: target.matter.number });
        const words = { zh: bare.words.zh.replace('{status}', zh), en: bare.words.en.replace('{status}', en) };
        throw new Refused({ ...bare, words });
      }
      return { into: body.into };
    },
    write: async (opened) => {
      const target = await openMatter(context, body.into);
      const moved = opened.proposers.filter((one) => !one.withdrawn);
      const step: MatterStep = {
        action: 'receive',
        on: today,
        by: { as: 'keeper', person: actor.personId, unit: null, party: null },
        detail: { from: id, parties: moved.length },
      };
      const next = applyStep(target.state, step);
      if (!next) throw new Refused(edgeRefusals.notFound());
      const place = { institutionId, matterId: body.into, unitId: target.matter.unitId };
      await insertProposers(
        db,
        place,
        desksOf(next),
        target.state.parties.length + 1,
        moved.map((one) => again(one, one.mergedFrom ?? opened.matter.number)),
      );
      await writeStep(context, target, step, next, null);
      const named = target.matter.named && moved.every((one) => one.named);
      await changeMatter(db, institutionId, body.into, { named });
      await changeMatter(db, institutionId, id, { merged_into: body.into });
      await tellStep(context, target, step, next, null);
    },
  });
}

/** The parted matter begins at the stop that the first one has reached before it was handed to anyone. */
export async function splitMatter(context: Context, id: Id, body: BodyOf<typeof contract.splitMatter>) {
  const { db, institutionId, reach, actor, today, now } = context;
  const madeId = newId(now.getTime());
  const chosen = [...new Set(body.points)];
  let number = '';
  const stepped = await takeStep(context, id, {
    action: 'split',
    detail: async (opened) => {
      const points = await listPoints(db, institutionId, reach, opened.own, id);
      if (chosen.some((one) => points.every((point) => point.id !== one)))
        throw new Refused(MATTER_REFUSALS.noSuchPoint(undefined, { field: 'points' }));
      if (chosen.length >= points.length)
        throw new Refused(MATTER_REFUSALS.allPointsSplit(undefined, { field: 'points' }));
      return { made: madeId, points: chosen.length };
    },
    write: async (opened) => {
      const { matter, state, rules } = opened;
      const all = await listPoints(db, institutionId, reach, opened.own, id);
      const moved = all.filter((point) => chosen.includes(point.id));
      const said = await listSaid(db, institutionId, [id]);
      const parties = opened.proposers.filter((one) => !one.withdrawn);
      const by = { as: 'keeper', person: actor.personId, unit: null, party: null } as const;
      const kind = body.kind ?? matter.kind;
      const released = moved.every((point) => point.released !== null);
      const steps: MatterStep[] = [
        {
          action: 'register',
          on: matter.registeredOn,
          by,
          detail: { kind, parties: parties.length, points: moved.length },
        },
      ];
      if (state.reportedOn !== null)
        steps.push({ action: 'report', on: state.reportedOn, by, detail: { way: 'note' } });
      if (released) steps.push({ action: 'release', on: today, by, detail: { points: moved.length } });
      const made = foldMatter(steps);
      if (!made) throw new Error('a matter begins with being registered');
      const texts = moved.flatMap((point) => point.released ?? []);
      const words = (point: { id: Id }) => said.find((one) => one.pointId === point.id)?.words;
      const title = released ? titleFrom(texts[0] ?? '') : null;
      number = await insertMatter(
        db,
        {
          institutionId,
          id: madeId,
          origin: matter.origin,
          unitId: matter.unitId,
          named: parties.every((one) => one.named),
          state: made,
          splitFrom: id,
          title,
          now,
        },
        rules,
      );
      if (title !== null) await changeMatter(db, institutionId, madeId, { bigrams: releasedBigrams(title, texts) });
      const place = { institutionId, matterId: madeId, unitId: matter.unitId };
      await insertProposers(
        db,
        place,
        [],
        1,
        parties.map((one) => again(one, null)),
      );
      const first = moved[0] ? (words(moved[0]) ?? texts[0] ?? '') : '';
      await insertSaid(db, place, today, now, [
        { sort: 'title', ordinal: 0, pointId: null, party: null, words: titleFrom(first) },
      ]);
      for (const [index, point] of moved.entries()) {
        await moveSaidPoint(db, institutionId, point.id, madeId, index + 1);
        await changePoint(db, institutionId, point.id, { matter_id: madeId, ordinal: index + 1 });
      }
      const left = all.filter((point) => !chosen.includes(point.id));
      for (const [index, point] of left.entries())
        await changePoint(db, institutionId, point.id, { ordinal: index + 1 });
      const own = left.flatMap((point) => point.released ?? []);
      if (matter.title !== null)
        await changeMatter(db, institutionId, id, { bigrams: releasedBigrams(matter.title, own) });
      for (const [index, step] of steps.entries())
        await appendAction(db, {
          institutionId,
          matterId: madeId,
          unitId: matter.unitId,
          desks: [],
          ordinal: index + 1,
          round: 1,
          at: now,
          actorName: actor.name,
          words: null,
          requestKey: context.requestKey,
          step,
        });
    },
  });
  return { ...stepped, made: { id: madeId, number } };
}

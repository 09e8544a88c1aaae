/** The book of promises: its pages, and a look back at one. */
import type { BodyOf, QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { refuseStep } from '@zhengyou/domain/matter/matter.access.ts';
import type * as contract from '@zhengyou/domain/matter/desk.contract.ts';
import { applyStep } from '@zhengyou/domain/matter/matter.machine.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { MatterStep } from '@zhengyou/domain/matter/matter.steps.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { openMatters } from '../../store/database.ts';
import { listByIds, listOwnIds } from './list.reads.ts';
import { refuseNaming } from './keeper-steps.ts';
import { storeLookBack } from './reply.queries.ts';
import { listSaid } from './line.reads.ts';
import { listUnitRefs } from './matter.reads.ts';
import { openMatter } from './open-matter.ts';
import { countPromises, promisesOf, promiseShown } from './promises.reads.ts';
import { refuse, tellStep, writeStep } from './take-step.ts';

export async function listPromises(context: Context, query: QueryOf<typeof contract.listPromises>) {
  const { actor, db, institutionId, reach, today } = context;
  const own = await listOwnIds(db, institutionId, reach);
  if (own.length > 0) await openMatters(db, own);
  const filter = {
    owner: query.owner,
    ...(query.view === 'due' ? { dueBy: today } : {}),
    ...(query.view === 'open' ? { open: true } : {}),
  };
  const rows = await promisesOf(db, institutionId, reach, own, filter, query);
  const counts = await countPromises(db, institutionId, reach, own, today, query.owner);
  const ids = [...new Set(rows.map((row) => row.matterId))];
  const matters = new Map((await listByIds(db, institutionId, reach, own, ids)).map((row) => [row.id, row]));
  const mine = ids.filter((id) => own.includes(id) || actor.keeps);
  const titles = new Map((await listSaid(db, institutionId, mine, ['title'])).map((row) => [row.matterId, row.words]));
  const units = await listUnitRefs(db, institutionId);
  return {
    items: rows.flatMap((row) => {
      const matter = matters.get(row.matterId);
      if (!matter) return [];
      const keeper = actor.keeps || (actor.roles.includes('unitOfficer') && reach.units.includes(matter.unitId));
      const unit = actor.roles.includes('handler') ? (reach.desks.find((one) => one === row.owner) ?? null) : null;
      const level = keeper ? ('keeper' as const) : unit ? ('handler' as const) : ('checker' as const);
      const shown = promiseShown(row, units, { level, unit });
      const title = mine.includes(row.matterId) ? (titles.get(row.matterId) ?? matter.title) : matter.title;
      return [{ ...shown, matter: { id: matter.id, number: matter.number, title, kind: matter.kind } }];
    }),
    total: counts[query.view],
    counts,
  };
}

export async function lookBack(context: Context, promiseId: Id, body: BodyOf<typeof contract.lookBack>) {
  const { db, institutionId, reach, today } = context;
  const [promise] = await promisesOf(db, institutionId, reach, [], { id: promiseId });
  if (!promise) throw new Refused(edgeRefusals.notFound());
  const opened = await openMatter(context, promise.matterId);
  const { state, relation, world } = opened;
  if (promise.version !== context.ifMatch)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: promise.version } } }));
  if (promise.settledOn !== null) throw new Refused(MATTER_REFUSALS.lookedBackAlready());
  refuse(refuseStep(state, 'lookBack', relation, world));
  if (relation.level === 'handler' && promise.owner !== relation.unit) throw new Refused(MATTER_REFUSALS.notYours());
  if (body.found !== 'kept' && body.note === undefined)
    throw new Refused(MATTER_REFUSALS.reasonMissing(undefined, { field: 'note' }));
  refuseNaming(opened, [body.note], 'note');
  const movedTo = body.found === 'moved' ? (body.movedTo ?? null) : null;
  if (body.found === 'moved' && movedTo === null)
    throw new Refused(MATTER_REFUSALS.movedToMissing(undefined, { field: 'movedTo' }));
  if (movedTo !== null && movedTo <= today)
    throw new Refused(MATTER_REFUSALS.dayPassed(undefined, { field: 'movedTo' }));

  const { person, unit } = relation;
  const step: MatterStep = {
    action: 'lookBack',
    on: today,
    by: { as: relation.level === 'handler' ? 'handler' : 'keeper', person, unit, party: null },
    detail: { promise: promiseId, found: body.found, movedTo },
  };
  const next = applyStep(state, step);
  if (!next) throw new Refused(edgeRefusals.notFound());
  await writeStep(context, opened, step, next, body.note ?? null);
  const found = { on: today, found: body.found, note: body.note ?? null };
  const version = await storeLookBack(db, institutionId, promiseId, promise.version, {
    ...(movedTo === null ? { settled_on: today } : { due_on: movedTo }),
    lookedBack: [...promise.lookedBack, found],
  });
  if (version === undefined) throw new Refused(edgeRefusals.stale());

  await tellStep(context, opened, step, next, null);
  return { version, dueOn: movedTo ?? promise.dueOn, open: movedTo !== null };
}

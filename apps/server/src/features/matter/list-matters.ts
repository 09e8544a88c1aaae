/** Pages of matters: for whoever raised or heard them, for those who keep them, for a department’s desk. */
import type { QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { clocksOf, nextClock } from '@zhengyou/domain/matter/matter.clocks.ts';
import type * as desk from '@zhengyou/domain/matter/desk.contract.ts';
import type * as contract from '@zhengyou/domain/matter/matter.contract.ts';
import type { ClockOwner, Outcome } from '@zhengyou/domain/matter/matter.ts';
import type { Context } from '../../edge/context.ts';
import { openMatters, seeingAll } from '../../store/database.ts';
import {
  countDesk,
  countOpenByLead,
  countViews,
  countWaiting,
  hasStaleDays,
  listAlike,
  listAllAtDesk,
  listAllOf,
  listByIds,
  listDeskPage,
  listHeardIds,
  listIdsAbout,
  listMatterPage,
  listOwnIds,
  listPublished,
  type DeskView,
} from './list.reads.ts';
import { listHandlers, listUnitRefs, type MatterRow } from './matter.reads.ts';
import { itemsOf } from './matter-shown.ts';
import { openMatter } from './open-matter.ts';
import { getRules, type RulesInForce } from './rules.ts';

const ANY: readonly ClockOwner[] = ['keeper', 'lead', 'coHandler', 'reviewer'];

export async function listMatters(context: Context, query: QueryOf<typeof contract.listMatters>) {
  const { actor, db, institutionId, reach, today } = context;
  const own = await listOwnIds(db, institutionId, reach);
  if (own.length > 0) await openMatters(db, own);
  const keeper = actor.roles.includes('office') || actor.roles.includes('unitOfficer');
  const among =
    query.person || query.talk
      ? await listIdsAbout(db, institutionId, reach, { person: query.person, talk: query.talk, keeps: keeper })
      : undefined;
  const heard = actor.roles.includes('leader') ? await listHeardIds(db, institutionId, reach) : undefined;
  const heardCount = heard && (await countWaiting(db, institutionId, reach, own, heard));
  const filter = { ...query, among, heard };
  const rules = await getRules(context);
  const sortable = query.view !== 'all' && query.view !== 'mine' && query.view !== 'waitsOnMe';
  const stale = sortable && (await hasStaleDays(db, institutionId, rules.fingerprint));
  const { items, total } = stale
    ? pageOf(
        await listAllOf(db, institutionId, reach, own, { ...filter, view: 'open' }, today),
        rules,
        ANY,
        query,
        context,
      )
    : await listMatterPage(db, institutionId, reach, own, filter, today, query);
  const keeps = reach.whole || reach.units.length > 0;
  const counts = keeps ? await countViews(db, institutionId, reach, own, today) : {};
  const raises = keeper || actor.roles.includes('representative');
  return {
    items: await itemsOf(context, items, rules),
    total,
    counts: { mine: own.length, ...(heardCount === undefined ? {} : { waitsOnMe: heardCount }), ...counts },
    can: raises ? (['raise'] as const).slice() : [],
  };
}

/** After a rule has changed, and until the days to sort by have followed, they are computed for this one answer. */
function pageOf(
  rows: readonly MatterRow[],
  rules: RulesInForce,
  owners: readonly ClockOwner[],
  query: { readonly offset: number; readonly limit: number; readonly view?: string },
  { today }: Pick<Context, 'today'>,
) {
  const dated = rows
    .map((row) => ({ row, on: nextClock(clocksOf(row.state, rules, today), owners)?.dueOn ?? '9999-12-31' }))
    .filter(({ row, on }) => fits(row, on, query.view, today))
    .toSorted((a, b) => (a.on === b.on ? (a.row.id < b.row.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  return {
    items: dated.slice(query.offset, query.offset + query.limit).map(({ row }) => row),
    total: dated.length,
  };
}

function fits(
  { status, kind, disposition, state }: MatterRow,
  on: string,
  view: string | undefined,
  today: string,
): boolean {
  const ready = status === 'reported' || (status === 'registered' && kind === 'difficulty');
  if (view === 'late') return on < today;
  if (view === 'toReport') return status === 'registered' && kind !== 'difficulty';
  if (view === 'toTriage') return ready && disposition === null;
  if (view === 'toAssign') return ready && disposition === 'accepted';
  if (view === 'toReview') return status === 'drafted';
  if (view === 'toPublish') return status === 'reviewed';
  if (view === 'toDeliver')
    return status === 'replied' && state.clocks.some((one) => one.clock === 'deliver' && one.endedOn === null);
  if (view === 'toClose') return status === 'confirmed';
  return true;
}

export async function listDesk(context: Context, query: QueryOf<typeof desk.listDesk>) {
  const { db, institutionId, reach, today } = context;
  const rules = await getRules(context);
  const sortable = query.view !== 'replied';
  const stale = sortable && (await hasStaleDays(db, institutionId, rules.fingerprint));
  const { items, total } = stale
    ? pageOf(
        await listAllAtDesk(db, institutionId, reach, query.view, today),
        rules,
        query.view === 'co' ? ['coHandler'] : ['lead'],
        { offset: query.offset, limit: query.limit },
        context,
      )
    : await listDeskPage(db, institutionId, reach, query.view, today, query);
  const units = await listUnitRefs(db, institutionId);
  const count = (view: DeskView) =>
    view === query.view ? Promise.resolve(total) : countDesk(db, institutionId, reach, view, today);
  return {
    items: await itemsOf(context, items, rules),
    total,
    counts: {
      lead: await count('lead'),
      co: await count('co'),
      replied: await count('replied'),
      lookBack: await count('lookBack'),
    },
    desks: reach.desks.flatMap((id) => units.get(id) ?? []),
  };
}

const SIMILAR = 5;

export async function listSimilar(context: Context, id: Id) {
  const { db, institutionId, reach } = context;
  const { matter, own } = await openMatter(context, id);
  const alike = (await listAlike(db, institutionId, reach, own, matter, SIMILAR)).filter((one) => one.shared > 1);
  const ids = alike.map((one) => one.id);
  const rows = new Map((await listByIds(db, institutionId, reach, own, ids)).map((row) => [row.id, row]));
  const replies = await listPublished(db, institutionId, reach, own, ids);
  const units = await listUnitRefs(db, institutionId);
  return {
    items: alike.flatMap(({ id: other }) => {
      const row = rows.get(other);
      const repliedOn = row?.state.published?.on ?? row?.state.rounds.at(-1)?.repliedOn;
      if (!row || !repliedOn || row.title === null) return [];
      const last = Math.max(...replies.filter((one) => one.matter_id === other).map((one) => one.round));
      return [
        {
          id: other,
          number: row.number,
          kind: row.kind,
          title: row.title,
          lead: row.lead === null ? null : (units.get(row.lead) ?? null),
          repliedOn,
          points: replies
            .filter((one) => one.matter_id === other && one.round === last && one.outcome !== null)
            .map((one) => ({ released: one.released ?? '', reply: one.text, outcome: one.outcome as Outcome })),
        },
      ];
    }),
  };
}

/** Departments to which a matter can be handed, in their official order. */
export async function listDesks({ db, institutionId, today, reach }: Context) {
  const units = await listUnitRefs(db, institutionId);
  // A unit's officer hands over too, and may not read who holds which role: asked for this one list.
  const handlers = await seeingAll(db, reach.whole, () => listHandlers(db, institutionId, today));
  const open = await countOpenByLead(db, institutionId, reach);
  return {
    items: [...units.values()].flatMap((unit) => {
      const people = handlers.get(unit.id);
      return people ? [{ unit, people: people.map((one) => one.name), open: open.get(unit.id) ?? 0 }] : [];
    }),
  };
}

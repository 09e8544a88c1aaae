/** Giving a delegation, confirming it, ending it, and what was done under it. */
import {
  delegationCans,
  refuseDelegation,
  standingOf,
  statusAfter,
  wholeScopes,
  type DelegationAction,
} from '@zhengyou/domain/access/delegation.ts';
import type * as contract from '@zhengyou/domain/access/delegation.contract.ts';
import { delegationRefusals } from '@zhengyou/domain/access/delegation.refusals.ts';
import type { BodyOf, QueryOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { seeingAll } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import {
  appendDelegationStep,
  holdDelegation,
  insertDelegation,
  listDelegationRows,
  listDelegationSteps,
  listOpenOf,
  lockDelegations,
  writeStatus,
  type DelegationRow,
} from './delegation.queries.ts';
import { listActsFor, listHelperRows, type HelperRow } from './delegation.reads.ts';
import { delegationAsked, delegationEnded, delegationGiven } from './news.door.ts';

export async function listDelegations(context: Context, query: QueryOf<typeof contract.listDelegations>) {
  const { actor, db, institutionId, reach, today } = context;
  // Whoever only checks asks for their own here, as any leader does.
  const of = actor.roles.includes('office') ? null : actor.personId;
  const openOn = query.show === 'open' ? today : null;
  const { items, total } = await listDelegationRows(db, institutionId, reach, { of, openOn, limit: query.limit });
  return { today, items: await shown(context, items), total };
}

async function shown(context: Context, rows: readonly DelegationRow[]) {
  const { actor, db, institutionId, today } = context;
  const steps = Map.groupBy(
    await listDelegationSteps(
      db,
      institutionId,
      rows.map((row) => row.id),
    ),
    (one) => one.delegationId,
  );
  const by = { personId: actor.personId, isOffice: actor.roles.includes('office') };
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    leader: { id: row.leaderId, name: row.leaderName },
    delegate: { id: row.delegateId, name: row.delegateName },
    scopes: [...row.scopes],
    firstOn: row.startsOn,
    lastOn: addDays(row.endsOn, -1),
    standing: standingOf(row, today),
    steps: (steps.get(row.id) ?? []).map(({ action, name, at }) => ({ action, name, at })),
    can: delegationCans(row, by, today),
  }));
}

async function shownOne(context: Context, row: DelegationRow) {
  const [one] = await shown(context, [row]);
  if (!one) throw new Error('a delegation without itself');
  return one;
}

const inWords = ({ titles, position, unit }: HelperRow) =>
  [unit, titles.join('、') || position].filter(Boolean).join(' · ');

/** Leaders and secretaries are known by name and title to whoever may ask them; nothing else of them is. */
export async function listHelpers({ actor, db, institutionId, today }: Context) {
  const rows = await seeingAll(db, actor.reach.whole, () => listHelperRows(db, institutionId, today));
  const helper = (row: HelperRow) => ({ id: row.id, name: row.name, what: inWords(row) });
  return {
    secretaries: rows.filter((row) => row.isSecretary).map(helper),
    leaders: rows.filter((row) => row.leadsIn !== null).map(helper),
  };
}

export async function giveDelegation(context: Context, body: BodyOf<typeof contract.giveDelegation>) {
  const { actor, db, institutionId, today, now } = context;
  const leaderId = body.leaderId ?? actor.personId;
  const own = leaderId === actor.personId;
  if (!own && !actor.roles.includes('office')) throw new Refused(edgeRefusals.notYours());
  await lockDelegations(db, institutionId);
  const sides = [leaderId, body.delegateId];
  const { helpers, others } = await seeingAll(db, actor.reach.whole, async () => ({
    helpers: await listHelperRows(db, institutionId, today, sides),
    others: await listOpenOf(db, institutionId, sides),
  }));

  const leader = helpers.find((one) => one.id === leaderId);
  if (!leader?.leadsIn) throw new Refused(delegationRefusals.noLeader(undefined, { field: 'leaderId' }));
  const delegate = helpers.find((one) => one.id === body.delegateId);
  const draft = {
    kind: body.kind,
    leaderId,
    delegateId: body.delegateId,
    scopes: wholeScopes(body.scopes),
    startsOn: body.firstOn,
    endsOn: addDays(body.lastOn, 1),
  };
  const helper = { isSecretary: delegate?.isSecretary ?? false, isLeader: (delegate?.leadsIn ?? null) !== null };
  const refused = refuseDelegation(draft, helper, others, today);
  if (refused || !delegate) throw new Refused(refused ?? delegationRefusals.noHelper());

  const row: DelegationRow = {
    ...draft,
    id: newId(now.getTime()),
    version: 1,
    leaderName: leader.name,
    delegateName: delegate.name,
    unitId: leader.leadsIn,
    status: own ? 'given' : 'asked',
  };
  await insertDelegation(db, institutionId, row, now);
  await note(context, row, own ? 'give' : 'ask');
  await context.tell(own ? delegationGiven : delegationAsked, told(row));
  return shownOne(context, row);
}

async function note(context: Context, row: DelegationRow, action: DelegationAction) {
  const { actor, db, institutionId, now } = context;
  await appendDelegationStep(db, institutionId, row, {
    action,
    actorId: actor.personId,
    actorName: actor.name,
    at: now,
  });
  await context.audit({
    action,
    subjectKind: 'delegation',
    subjectId: row.id,
    people: [row.leaderId, row.delegateId],
    detail: { kind: row.kind, scopes: row.scopes, startsOn: row.startsOn, endsOn: row.endsOn },
  });
}

const told = (row: DelegationRow) => ({
  delegationId: row.id,
  kind: row.kind,
  leaderId: row.leaderId,
  leaderName: row.leaderName,
  delegateId: row.delegateId,
  delegateName: row.delegateName,
  firstOn: row.startsOn,
  lastOn: addDays(row.endsOn, -1),
});

async function hold(context: Context, id: Id, version: number): Promise<DelegationRow> {
  const row = await holdDelegation(context.db, context.institutionId, context.reach, id);
  if (!row) throw new Refused(edgeRefusals.notFound());
  if (row.version !== version)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: await shownOne(context, row) } }));
  return row;
}

async function step(context: Context, row: DelegationRow, action: 'confirm' | 'decline' | 'revoke' | 'layDown') {
  const { actor, db, institutionId, today } = context;
  const by = { personId: actor.personId, isOffice: actor.roles.includes('office') };
  const status = statusAfter(row.status, action);
  if (status === undefined || !delegationCans(row, by, today).includes(action))
    throw new Refused(delegationRefusals.notNow());
  await writeStatus(db, institutionId, row, status);
  await note(context, row, action);
  if (action === 'confirm') await context.tell(delegationGiven, told(row));
  else await context.tell(delegationEnded, { ...told(row), how: action });
  return shownOne(context, { ...row, status, version: row.version + 1 });
}

export async function answerDelegation(context: Context, id: Id, body: BodyOf<typeof contract.answerDelegation>) {
  const row = await hold(context, id, body.version);
  if (row.leaderId !== context.actor.personId) throw new Refused(edgeRefusals.notYours());
  // What was asked may have come to stand beside something else meanwhile; a day that has passed is confirmed by nobody.
  if (body.accept) await checkStill(context, row);
  return step(context, row, body.accept ? 'confirm' : 'decline');
}

async function checkStill(context: Context, row: DelegationRow) {
  const { actor, db, institutionId, today } = context;
  await lockDelegations(db, institutionId);
  const sides = [row.leaderId, row.delegateId];
  const { helpers, others } = await seeingAll(db, actor.reach.whole, async () => ({
    helpers: await listHelperRows(db, institutionId, today, sides),
    others: await listOpenOf(db, institutionId, sides),
  }));
  const delegate = helpers.find((one) => one.id === row.delegateId);
  const helper = { isSecretary: delegate?.isSecretary ?? false, isLeader: (delegate?.leadsIn ?? null) !== null };
  const refused = refuseDelegation(
    row,
    helper,
    others.filter((one) => one.id !== row.id),
    today,
  );
  if (refused) throw new Refused(refused);
}

/** Taken back by the leader or, on their word, by the office; laid down by whoever held it. */
export async function endDelegation(context: Context, id: Id, version: number) {
  const row = await hold(context, id, version);
  return step(context, row, row.delegateId === context.actor.personId ? 'layDown' : 'revoke');
}

export async function listActs({ actor, db, institutionId }: Context, limit: number) {
  return { items: await listActsFor(db, institutionId, actor.personId, limit) };
}

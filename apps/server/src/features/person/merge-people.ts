/** Two records of one person become one: compared, merged field by field, taken back. Nothing is deleted; the other record rests unseen. */
import type { mergePeople as endpoint } from '@zhengyou/domain/person/merge.contract.ts';
import { compareRecords, MERGE_UNDO_DAYS, mergedRecord, type Mergeable } from '@zhengyou/domain/person/merge.ts';
import { personRefusals } from '@zhengyou/domain/person/person.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { sql } from 'kysely';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { putBack, redirect, type Effect, type Redirection } from '../../store/redirect.ts';
import { getKeptPerson, type KeptPerson } from './find-kept.ts';
import * as merges from './merge.queries.ts';
import { personMerged } from './news.door.ts';
import { openPhone } from './open-phone.ts';
import { moveRecords } from './person.queries.ts';
import { columnsOfChange } from './record-person.ts';

type Pair = { readonly personId: Id; readonly otherId: Id };

async function bothOf(context: Context, { personId, otherId }: Pair) {
  if (personId === otherId) throw new Refused(personRefusals.mergeWithSelf());
  const kept = await getKeptPerson(context, personId);
  const other = await getKeptPerson(context, otherId);
  return { kept: { ...kept, phone: phoneOf(context, kept) }, other: { ...other, phone: phoneOf(context, other) } };
}
const phoneOf = (context: Context, person: KeptPerson) =>
  person.phone === null ? null : openPhone(context, person.phone, person.id);

type Side = Awaited<ReturnType<typeof bothOf>>['kept'];
const mergeable = (side: Side): Mergeable => ({
  name: side.name,
  reading: side.reading,
  unit: side.unit.id,
  affiliations: side.affiliations,
  position: side.position,
  titles: side.titles,
  birthMonth: side.birthMonth,
  phone: side.phone,
});

export async function previewMerge(context: Context, pair: Pair) {
  const { kept, other } = await bothOf(context, pair);
  const fields = compareRecords(mergeable(kept), mergeable(other));
  // It is done, counted, and rolled back to where it began.
  await sql`savepoint before_merge`.execute(context.db);
  const { moves } = await move(context, kept, other, {});
  await sql`rollback to savepoint before_merge`.execute(context.db);
  const people = [pair.personId, pair.otherId];
  await context.audit({
    action: 'open',
    subjectKind: 'person',
    subjectId: pair.personId,
    people,
    detail: { by: context.actor.name },
  });
  return { kept, other, fields, moves };
}

export async function mergePeople(context: Context, pair: Pair, body: BodyOf<typeof endpoint>) {
  const { ifMatch } = context;
  const { kept, other } = await bothOf(context, pair);
  const current = (side: Side) => ({ ...side, phone: null, birthMonth: null });
  if (kept.version !== ifMatch) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: current(kept) } }));
  if (other.version !== body.otherVersion)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: current(other) } }));

  const { mergeId, moves, version } = await move(context, kept, other, body.choices);
  const people = [kept.id, other.id];
  const detail = { merge: mergeId, from: other.id, fields: Object.keys(body.choices) };
  await context.audit({ action: 'merge', subjectKind: 'person', subjectId: kept.id, people, detail });
  return { version, mergeId, moves };
}

/** What of this room names a person, in the order in which it moves. */
export const ownColumns = (unitId: Id): readonly Redirection[] => [
  { table: 'representative', key: ['person_id'], column: 'person_id', also: { unit_id: unitId }, onceBy: [] },
  { table: 'standing', key: ['standing_id'], column: 'person_id', also: { unit_id: unitId } },
  { table: 'dated_fact', key: ['fact_id'], column: 'person_id', also: { unit_id: unitId } },
  { table: 'post', key: ['post_id'], column: 'person_id' },
  { table: 'role_grant', key: ['grant_id'], column: 'person_id' },
  { table: 'account', key: ['account_id'], column: 'person_id', onceBy: [] },
  { table: 'session', key: ['session_id'], column: 'person_id' },
  { table: 'calendar_feed', key: ['feed_id'], column: 'person_id', onceBy: [] },
  { table: 'delegation', key: ['delegation_id'], column: 'leader_id' },
  { table: 'delegation', key: ['delegation_id'], column: 'delegate_id' },
  { table: 'delegation_step', key: ['delegation_id'], column: 'leader_id' },
  { table: 'delegation_step', key: ['delegation_id'], column: 'delegate_id' },
];

async function move(context: Context, kept: Side, other: Side, choices: BodyOf<typeof endpoint>['choices']) {
  const { db, institutionId, actor, now, outside } = context;
  const mergeId = newId(now.getTime());
  const values = mergedRecord(mergeable(kept), mergeable(other), choices);
  const unitId = values.unit as Id;
  const version = kept.version + 1;
  await merges.insertMerge(db, institutionId, {
    id: mergeId,
    keptId: kept.id,
    otherId: other.id,
    keptName: kept.name,
    otherName: other.name,
    unitId: kept.unit.id,
    otherUnitId: other.unit.id,
    keptVersion: version,
    by: actor.personId,
    at: now,
  });
  // A list is joined by whoever of the two is on it still.
  const effects: Effect[] = await joinListings(context, kept, other);
  for (const column of ownColumns(unitId))
    effects.push(...(await redirect(db, institutionId, column, other.id, kept.id)));
  const merged = columnsOfChange(outside.cipher, kept.id, {
    name: values.name as string,
    reading: values.reading as string,
    unitId,
    affiliations: values.affiliations as Side['affiliations'],
    position: values.position as string | null,
    titles: values.titles as string[],
    birthMonth: values.birthMonth as string | null,
    ...(values.phone === kept.phone ? {} : { phone: values.phone as string | null }),
  });
  const former_ids = await merges.formerIdsOf(db, institutionId, kept.id, other.id);
  effects.push(...(await merges.setColumns(db, institutionId, kept.id, { ...merged, former_ids })));
  effects.push(...(await merges.setColumns(db, institutionId, other.id, { merged_into: kept.id })));
  if (unitId !== kept.unit.id) await moveRecords(db, institutionId, kept.id, unitId);
  await merges.appendEffects(db, institutionId, mergeId, effects);
  await merges.countUp(db, institutionId, [kept.id, other.id]);
  await context.tell(personMerged, { mergeId, keptId: kept.id, otherId: other.id });
  const all = await merges.listEffects(db, institutionId, mergeId);
  const moved = Map.groupBy(
    all.filter((effect) => effect.table !== 'person'),
    (effect) => effect.table,
  );
  return { mergeId, version, moves: [...moved].map(([table, list]) => ({ table, count: list.length })) };
}

async function joinListings({ db, institutionId, today }: Context, kept: Side, other: Side): Promise<Effect[]> {
  const [own, theirs] = [kept.representative, other.representative];
  const isOver = own !== null && own.untilOn !== null && own.untilOn <= today;
  const goesOn = theirs !== null && (theirs.untilOn === null || theirs.untilOn > today);
  return isOver && goesOn ? merges.reopenListing(db, institutionId, kept.id) : [];
}

export async function showMerges({ db, institutionId, reach, now }: Context) {
  const rows = await merges.listMerges(
    db,
    institutionId,
    reach,
    new Date(now.getTime() - MERGE_UNDO_DAYS * 86_400_000),
  );
  return {
    items: rows.map((row) => ({
      id: row.merge_id as Id,
      version: row.version,
      keptId: row.kept_id as Id,
      keptName: row.kept_name,
      otherName: row.other_name,
      by: row.by,
      at: row.merged_at.toISOString(),
      undoUntil: new Date(row.merged_at.getTime() + MERGE_UNDO_DAYS * 86_400_000).toISOString(),
      undone: row.undone_at !== null,
    })),
  };
}

async function getMerge({ db, institutionId, reach, now }: Context, mergeId: Id) {
  const since = new Date(0);
  const merge = (await merges.listMerges(db, institutionId, reach, since, mergeId))[0];
  if (!merge) throw new Refused(edgeRefusals.notFound());
  if (merge.undone_at) throw new Refused(personRefusals.mergeUndone());
  if (now.getTime() - merge.merged_at.getTime() > MERGE_UNDO_DAYS * 86_400_000)
    throw new Refused(personRefusals.mergeTooLate({ days: MERGE_UNDO_DAYS }));
  return merge;
}

export async function previewUnmerge(context: Context, mergeId: Id) {
  const { db, institutionId } = context;
  await getMerge(context, mergeId);
  await sql`savepoint before_undo`.execute(db);
  const undone = await putBack(db, institutionId, await merges.listEffects(db, institutionId, mergeId));
  await sql`rollback to savepoint before_undo`.execute(db);
  return undone;
}

export async function unmerge(context: Context, mergeId: Id) {
  const { db, institutionId, actor, now, ifMatch } = context;
  const merge = await getMerge(context, mergeId);
  const version = await merges.closeMerge(db, institutionId, mergeId, ifMatch, actor.personId, now);
  if (version === undefined)
    throw new Refused(edgeRefusals.stale(undefined, { extra: { current: { version: merge.version } } }));
  const people = [merge.kept_id as Id, merge.other_id as Id];
  const undone = await putBack(db, institutionId, await merges.listEffects(db, institutionId, mergeId));
  await merges.countUp(db, institutionId, people);
  const kept = await getKeptPerson(context, merge.kept_id as Id);
  await moveRecords(db, institutionId, kept.id, kept.unit.id);
  const detail = { merge: mergeId, ...undone };
  await context.audit({ action: 'unmerge', subjectKind: 'person', subjectId: kept.id, people, detail });
  return { ...undone, version };
}

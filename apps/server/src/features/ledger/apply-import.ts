/** Writes what the dry run shows, in the one transaction of the request: all of it or nothing. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { dayOf, monthOf, yearOf, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import type { ImportOutcome } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { isNothingNew } from '@zhengyou/domain/ledger/plan.ts';
import type { Context } from '../../edge/context.ts';
import { addAppointments, addInteractions, addMarks, addParties, addPoints } from '../interaction/bulk.door.ts';
import { addImportedMatters } from '../matter/imported.door.ts';
import { addPairings } from '../pairing/bulk.door.ts';
import {
  addDatedFacts,
  addPeople,
  addPosts,
  addRepresentatives,
  addStandings,
  setFields,
} from '../person/bulk.door.ts';
import { addAliases, addUnits } from '../unit/bulk.door.ts';
import { holdVersion } from './decide.ts';
import { getReadRun, planAfresh } from './dry-run.ts';
import { changeRun, holdImports, insertEffects, type Effect } from './import-runs.queries.ts';
import { findBefore } from './before.reads.ts';
import { rowsOf } from './plan-rows.ts';

/** Where a standing comes from, as its owner reads it. */
const sourceOf = (on: PlainDate, fileName: string) =>
  `${yearOf(on)} 年 ${monthOf(on)} 月 ${dayOf(on)} 日台账（${fileName}）`;

type Rows = ReturnType<typeof rowsOf>;

export async function applyImport(context: Context, importId: Id) {
  const { db, institutionId, now, actor } = context;
  await holdImports(db, institutionId);
  const run = await holdVersion(context, importId, getReadRun);
  // Planned anew: what others wrote since the office looked must not be written twice.
  const { plan, known } = await planAfresh(context, run);
  if (isNothingNew(plan)) throw new Refused(importRefusals.nothingNew());

  const rows = rowsOf(plan, known, {
    institutionId,
    importId,
    actorId: actor.personId,
    now,
    pairedFrom: run.pairedFrom,
    cipher: context.outside.cipher,
    firstRank: known.units.length,
    source: sourceOf(context.today, run.fileName),
    rootUnit: known.units.find((unit) => unit.kind === 'institution')?.id ?? null,
  });

  await addUnits(db, rows.units);
  await addAliases(db, rows.aliases);
  await addPeople(db, rows.persons);
  await addRepresentatives(db, rows.representatives);
  await addPosts(db, rows.posts);
  await addStandings(db, rows.standings);
  await addDatedFacts(db, rows.datedFacts);
  await addPairings(db, rows.pairings);
  await addInteractions(db, rows.interactions);
  await addParties(db, rows.parties);
  await addPoints(db, rows.points);
  await addMarks(db, rows.interactions, rows.points);
  await addImportedMatters(context, importId, rows.matters);
  await addAppointments(db, rows.appointments);
  const changed = await changeStored(context, rows);
  await insertEffects(db, institutionId, importId, [...madeBy(rows), ...changed]);

  const outcome = outcomeOf(rows);
  const version = await changeRun(db, institutionId, importId, ['read'], {
    status: 'applied',
    // The cells hold more than is taken; once written they have no purpose left.
    sheets: null,
    decisions: {},
    summary: outcome,
    applied_by: actor.personId,
    applied_at: now,
  });
  if (version === undefined) throw new Refused(importRefusals.notRead());
  await witness(context, importId, 'apply', rows.touched as Id[], outcome);
  return { version, outcome };
}

const PEOPLE_AN_ENTRY = 500;

/** Everyone touched can read that they were; long lists are told in several entries. */
export async function witness(
  context: Context,
  importId: Id | null,
  action: string,
  people: readonly Id[],
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const entry = { action, subjectKind: importId === null ? 'ledger' : 'import', subjectId: importId, detail };
  await context.audit({ ...entry, people: people.slice(0, PEOPLE_AN_ENTRY) });
  for (let at = PEOPLE_AN_ENTRY; at < people.length; at += PEOPLE_AN_ENTRY)
    await context.audit({ ...entry, people: people.slice(at, at + PEOPLE_AN_ENTRY) });
}

async function changeStored(context: Context, rows: Rows): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const { table, id, fields } of rows.changes) {
    const before = await findBefore(context.db, context.institutionId, table, id, Object.keys(fields));
    const version = await setFields(context.db, context.institutionId, table, id, fields);
    if (version !== undefined) effects.push({ kind: table, recordId: id, version, before });
  }
  return effects;
}

const made = (kind: string, ids: readonly string[]): Effect[] =>
  ids.map((recordId) => ({ kind, recordId, version: 1, before: null }));

const madeBy = (rows: Rows): Effect[] => [
  ...made(
    'unit',
    rows.units.map((row) => row.unit_id),
  ),
  ...made(
    'alias',
    rows.aliases.map((row) => row.alias),
  ),
  ...made(
    'person',
    rows.persons.map((row) => row.person_id),
  ),
  ...made(
    'representative',
    rows.representatives.map((row) => row.person_id),
  ),
  ...made(
    'post',
    rows.posts.map((row) => row.post_id),
  ),
  ...made(
    'standing',
    rows.standings.map((row) => row.standing_id),
  ),
  ...made(
    'datedFact',
    rows.datedFacts.map((row) => row.fact_id),
  ),
  ...made(
    'pairing',
    rows.pairings.map((row) => row.pairing_id),
  ),
  ...made(
    'interaction',
    rows.interactions.map((row) => row.interaction_id),
  ),
  ...made(
    'appointment',
    rows.appointments.map((row) => row.appointment_id),
  ),
];

const outcomeOf = (rows: Rows): ImportOutcome => ({
  units: rows.units.length,
  people: rows.persons.length,
  changed: rows.changes.length,
  posts: rows.posts.length,
  representatives: rows.representatives.length,
  standings: rows.standings.length,
  datedFacts: rows.datedFacts.length,
  pairings: rows.pairings.length,
  talks: rows.interactions.length,
  points: rows.points.length,
  matters: rows.matters.length,
  appointments: rows.appointments.length,
});

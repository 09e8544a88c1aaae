/**
 * Takes an import back, in one transaction: what it made is removed, what it changed is put back. A record with which something was
 * done since (another version, a later talk, an account) stays, and is named.
 */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import { UNDO_DAYS, type Undone } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Context } from '../../edge/context.ts';
import { removeImportedTalks } from '../interaction/imported.door.ts';
import { takeBackImportedMatters } from '../matter/imported.door.ts';
import { removeImportedPairings } from '../pairing/imported.door.ts';
import { setFields } from '../person/bulk.door.ts';
import { removeImportedPeople } from '../person/imported.door.ts';
import { removeAliases } from '../unit/bulk.door.ts';
import { removeUnusedUnits } from '../unit/imported.door.ts';
import { restored, type Changeable } from './before.reads.ts';
import { holdVersion } from './decide.ts';
import { getRun } from './dry-run.ts';
import { changeRun, holdImports, listEffects, type ImportRun } from './import-runs.queries.ts';
import { witness } from './apply-import.ts';

function checkUndoable(context: Context, run: ImportRun) {
  if (run.status !== 'applied' || !run.appliedAt) throw new Refused(importRefusals.notApplied());
  const age = context.now.getTime() - run.appliedAt.getTime();
  if (age > UNDO_DAYS * 86_400_000) throw new Refused(importRefusals.undoTooLate({ days: UNDO_DAYS }));
}

/** What would happen: it is done, counted, and rolled back to where it began. */
export async function previewUndo(context: Context, importId: Id): Promise<Undone> {
  checkUndoable(context, await getRun(context, importId));
  await sql`savepoint before_undo`.execute(context.db);
  const { undone } = await takeBack(context, importId);
  await sql`rollback to savepoint before_undo`.execute(context.db);
  return undone;
}

export async function undoImport(context: Context, importId: Id) {
  await holdImports(context.db, context.institutionId);
  checkUndoable(context, await holdVersion(context, importId, getRun));
  const { undone, people } = await takeBack(context, importId);
  const version = await changeRun(context.db, context.institutionId, importId, ['applied'], {
    status: 'undone',
    undone_by: context.actor.personId,
    undone_at: context.now,
  });
  if (version === undefined) throw new Refused(importRefusals.notApplied());
  await witness(context, importId, 'undo', people, { removed: undone.removed, restored: undone.restored });
  return { ...undone, version };
}

async function takeBack(context: Context, importId: Id): Promise<{ undone: Undone; people: Id[] }> {
  const { db, institutionId } = context;
  const effects = await listEffects(db, institutionId, importId);
  // What somebody has acted on since stays, and with it the talk in which it was raised and those who were there.
  const matters = await takeBackImportedMatters(context, importId);
  const talks = await removeImportedTalks(db, institutionId, importId, matters.talks);
  const pairings = await removeImportedPairings(db, institutionId, importId);

  let count = 0;
  const changed: { kind: string; name: string }[] = [];
  for (const effect of effects.filter((one) => one.before !== null)) {
    const fields = restored(effect.before ?? {});
    const put = await setFields(db, institutionId, effect.kind as Changeable, effect.recordId, fields, effect.version);
    if (put === undefined) changed.push({ kind: effect.kind, name: '' });
    else count += 1;
  }
  const people = await removeImportedPeople(db, institutionId, importId);
  const aliases = effects.filter((one) => one.kind === 'alias').map((one) => one.recordId);
  await removeAliases(db, institutionId, aliases);
  const units = await removeUnusedUnits(
    db,
    institutionId,
    effects.filter((one) => one.kind === 'unit').map((one) => one.recordId),
  );
  return {
    undone: {
      removed: {
        people: people.removed.length,
        standings: people.standings,
        posts: people.posts,
        pairings: pairings.removed,
        talks: talks.removed,
        matters: matters.removed,
        other: people.facts + talks.appointments + aliases.length + units,
      },
      restored: count,
      kept: [
        ...matters.kept.map((name) => ({ kind: 'matter', name })),
        ...people.kept.map((name) => ({ kind: 'person', name })),
        ...talks.kept,
        ...pairings.kept,
        ...changed,
      ],
    },
    people: people.removed,
  };
}

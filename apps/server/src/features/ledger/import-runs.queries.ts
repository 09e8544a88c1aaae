/** Import runs and their effects: the ledger room's own tables. */
import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { ImportOutcome } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { LedgerMapping } from '@zhengyou/domain/ledger/headings.ts';
import type { Decisions } from '@zhengyou/domain/ledger/plan.types.ts';
import type { LedgerSheet } from '@zhengyou/domain/ledger/sheet.ts';
import type { Db } from '../../store/database.ts';
import { insertMany } from '../../store/insert-many.ts';
import type { Json } from '../../store/tables.gen.ts';

export type Progress = { readonly phase: string; readonly done: number; readonly total: number };
export type ImportStatus = 'reading' | 'read' | 'failed' | 'cancelled' | 'applied' | 'undone';

export type ImportRun = {
  readonly id: Id;
  readonly version: number;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly progress: Progress | null;
  readonly refusal: Words | null;
  readonly sheets: readonly LedgerSheet[] | null;
  readonly mapping: LedgerMapping | null;
  readonly pairedFrom: PlainDate | null;
  readonly decisions: Decisions;
  readonly outcome: ImportOutcome | null;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly appliedAt: Date | null;
};

const HEAD = [
  ...(['import_id', 'version', 'file_name', 'status', 'progress', 'refusal', 'mapping', 'paired_from'] as const),
  ...(['decisions', 'summary', 'started_at', 'seen_at', 'applied_at'] as const),
];

type Row = {
  import_id: string;
  version: number;
  file_name: string;
  status: string;
  progress: unknown;
  refusal: unknown;
  mapping: unknown;
  paired_from: string | null;
  decisions: unknown;
  summary: unknown;
  started_at: Date;
  seen_at: Date;
  applied_at: Date | null;
  started_by: string | null;
};

const toRun = (row: Row, sheets: unknown): ImportRun => ({
  id: row.import_id as Id,
  version: row.version,
  fileName: row.file_name,
  status: row.status as ImportStatus,
  progress: (row.progress as { phase?: string }).phase ? (row.progress as Progress) : null,
  refusal: row.refusal as Words | null,
  sheets: sheets as readonly LedgerSheet[] | null,
  mapping: row.mapping as LedgerMapping | null,
  pairedFrom: row.paired_from as PlainDate | null,
  decisions: row.decisions as Decisions,
  outcome: row.summary as ImportOutcome | null,
  startedBy: row.started_by,
  startedAt: row.started_at,
  seenAt: row.seen_at,
  appliedAt: row.applied_at,
});

const heads = (db: Db, institutionId: Id) =>
  db
    .selectFrom('import_run')
    .leftJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'import_run.institution_id')
        .onRef('person.person_id', '=', 'import_run.started_by'),
    )
    .select(HEAD.map((column) => `import_run.${column}` as const))
    .select('person.name as started_by')
    .where('import_run.institution_id', '=', institutionId);

export async function listRuns(db: Db, institutionId: Id): Promise<ImportRun[]> {
  const rows = await heads(db, institutionId)
    .where('import_run.status', '<>', 'cancelled')
    .orderBy('import_run.started_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => toRun(row, null));
}

export async function findRun(db: Db, institutionId: Id, importId: Id): Promise<ImportRun | undefined> {
  const row = await heads(db, institutionId)
    .select('import_run.sheets')
    .where('import_run.import_id', '=', importId)
    .executeTakeFirst();
  return row && toRun(row, row.sheets);
}

/** Puts away what was read before a day and never written: a file left lying is held for nothing. */
export async function clearStale(db: Db, institutionId: Id, before: Date): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ status: 'cancelled', sheets: null, decisions: '{}', progress: '{}' })
    .where('institution_id', '=', institutionId)
    .where('status', 'in', ['read', 'failed'])
    .where('started_at', '<', before)
    .execute();
}

/** Holds the run for the rest of the transaction, so that nobody else applies or changes it meanwhile. */
export const lockRun = (db: Db, institutionId: Id, importId: Id) =>
  db
    .selectFrom('import_run')
    .select('version')
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .forUpdate()
    .execute();

/** One application or undoing at a time in an institution: two ledgers at once would not see each other's people. */
export const holdImports = (db: Db, institutionId: Id) =>
  sql`select pg_advisory_xact_lock(7365003, hashtext(${institutionId}))`.execute(db);

export async function insertRun(
  db: Db,
  run: { institutionId: Id; id: Id; fileName: string; bytes: number; hash: string; startedBy: Id; now: Date },
): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      institution_id: run.institutionId,
      import_id: run.id,
      file_name: run.fileName,
      file_bytes: run.bytes,
      file_hash: run.hash,
      status: 'reading',
      progress: JSON.stringify({ phase: 'checking', done: 0, total: run.bytes }),
      started_by: run.startedBy,
      started_at: run.now,
      seen_at: run.now,
    })
    .execute();
}

type Change = {
  status?: ImportStatus;
  progress?: Progress | Record<string, never>;
  refusal?: Words;
  sheets?: readonly LedgerSheet[] | null;
  mapping?: LedgerMapping;
  paired_from?: PlainDate;
  decisions?: Decisions;
  summary?: ImportOutcome;
  seen_at?: Date;
  applied_by?: Id;
  applied_at?: Date;
  undone_by?: Id;
  undone_at?: Date;
};
const JSON_COLUMNS = new Set(['progress', 'refusal', 'sheets', 'mapping', 'decisions', 'summary']);

/** Changes a run that is still in one of the given states; the new version, or undefined where it is not. */
export async function changeRun(
  db: Db,
  institutionId: Id,
  importId: Id,
  from: readonly ImportStatus[],
  change: Change,
): Promise<number | undefined> {
  const values = Object.fromEntries(
    Object.entries(change).map(([column, value]) => [
      column,
      JSON_COLUMNS.has(column) && value !== null ? JSON.stringify(value) : value,
    ]),
  );
  // Signs of life are no change of what the office sees: they leave the version alone.
  const isSign = Object.keys(change).every((column) => column === 'progress' || column === 'seen_at');
  const row = await db
    .updateTable('import_run')
    .set({ ...values, ...(isSign ? {} : { version: sql<number>`version + 1` }) })
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .where('status', 'in', from)
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

export type Effect = {
  readonly kind: string;
  readonly recordId: string;
  readonly version: number;
  readonly before: Readonly<Record<string, unknown>> | null;
};

export const insertEffects = (db: Db, institutionId: Id, importId: Id, effects: readonly Effect[]): Promise<void> =>
  insertMany(
    db,
    'import_effect',
    effects.map((effect, ordinal) => ({
      institution_id: institutionId,
      import_id: importId,
      ordinal,
      kind: effect.kind,
      record_id: effect.recordId,
      version: effect.version,
      before: effect.before as Json,
    })),
  );

export async function listEffects(db: Db, institutionId: Id, importId: Id): Promise<Effect[]> {
  const rows = await db
    .selectFrom('import_effect')
    .select(['kind', 'record_id', 'version', 'before'])
    .where('institution_id', '=', institutionId)
    .where('import_id', '=', importId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    recordId: row.record_id,
    version: row.version,
    before: row.before as Effect['before'],
  }));
}

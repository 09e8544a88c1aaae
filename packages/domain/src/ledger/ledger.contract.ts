/** Importing a ledger: upload, confirm the columns, look at the dry run, decide, apply, take back. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { LEDGER_CLAIMS, MATTER_KINDS } from '../matter/matter.ts';
import { AFFILIATIONS } from '../person/party.ts';
import { LEDGER_FIELDS, SHEET_KINDS } from './headings.ts';
import { FIX_KINDS, TIDY_KINDS } from './plan.types.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

export const LEDGER_MAX_BYTES = 20 * 1024 * 1024;
export const IMPORT_STATUSES = ['reading', 'read', 'failed', 'cancelled', 'applied', 'undone'] as const;
/** For so long after it was applied an import can be taken back. */
export const UNDO_DAYS = 30;

const zRun = z.strictObject({ importId: zId });
const zWords = z.object({ zh: z.string(), en: z.string() });
const zFacts = z.record(z.string(), z.union([z.string(), z.number()]));
const zColumns = z.partialRecord(z.enum(LEDGER_FIELDS), z.number().int().min(0).max(500));
const zMappedSheet = z.strictObject({
  sheet: z.string().max(200),
  kind: z.enum(SHEET_KINDS).nullable(),
  headingRow: z.number().int().min(0).max(1_000_000),
  columns: zColumns,
});

const zHead = z.object({
  id: zId,
  version: z.number().int(),
  fileName: z.string(),
  status: z.enum(IMPORT_STATUSES),
  startedAt: z.string(),
  startedBy: z.string().nullable(),
  appliedAt: z.string().nullable(),
  undoUntil: z.string().nullable(),
});

const zCounts = z.object({
  rows: z.number().int(),
  acceptable: z.number().int(),
  fresh: z.number().int(),
  matched: z.number().int(),
  same: z.number().int(),
  merged: z.number().int(),
  ask: z.number().int(),
  waiting: z.number().int(),
  refused: z.number().int(),
  skipped: z.number().int(),
  partly: z.number().int(),
  monthOnly: z.number().int(),
});

/** How many records of each kind were made or changed. */
const zOutcome = z.object({
  units: z.number().int(),
  people: z.number().int(),
  changed: z.number().int(),
  posts: z.number().int(),
  representatives: z.number().int(),
  standings: z.number().int(),
  datedFacts: z.number().int(),
  pairings: z.number().int(),
  talks: z.number().int(),
  points: z.number().int(),
  /** Imports of before they became matters say none. */
  matters: z.number().int().default(0),
  appointments: z.number().int(),
});
export type ImportOutcome = z.output<typeof zOutcome>;

const zFix = z.object({
  id: z.string(),
  kind: z.enum(FIX_KINDS),
  value: z.string().optional(),
  needs: z.enum(['date', 'month', 'term', 'leader', 'person', 'unit', 'party', 'channel', 'name']).optional(),
  proposed: z.literal(true).optional(),
  facts: zFacts.optional(),
});

const zProblem = z.object({
  key: z.string(),
  level: z.enum(['refused', 'ask', 'note']),
  sheet: z.string(),
  kind: z.enum(SHEET_KINDS).nullable(),
  row: z.number().int(),
  column: z.number().int().nullable(),
  cell: z.string(),
  written: z.string(),
  code: z.enum(PROBLEM_CODES),
  facts: zFacts,
  fixes: z.array(zFix),
  decision: z.object({ fix: z.string(), value: z.string().optional() }).optional(),
  settled: z.boolean(),
  decisionRefused: z.literal(true).optional(),
});

const zLook = z.object({
  today: zPlainDate,
  pairedFrom: zPlainDate,
  mapping: z.object({ sheets: z.array(zMappedSheet) }),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      kind: z.enum(SHEET_KINDS).nullable(),
      headingRow: z.number().int(),
      rows: z.number().int(),
      /** What stands in the heading row, by column: to choose from. */
      headings: z.array(z.string()),
    }),
  ),
  counts: z.record(z.enum(SHEET_KINDS), zCounts),
  levels: z.object({ refused: z.number().int(), ask: z.number().int(), note: z.number().int() }),
  open: z.number().int(),
  acceptable: z.number().int(),
  nothingNew: z.boolean(),
  pairings: z.number().int(),
  /** Opinions and difficulties that would become matters, by what the ledger says of their handling. */
  matters: z.partialRecord(z.enum(LEDGER_CLAIMS), z.number().int()),
  tidied: z.array(
    z.object({
      kind: z.enum(TIDY_KINDS),
      count: z.number().int(),
      samples: z.array(z.object({ sheet: z.string(), cell: z.string(), written: z.string(), read: z.string() })),
    }),
  ),
  readings: z.object({
    units: z.array(
      z.object({ written: z.string(), unit: z.string().nullable(), how: z.string(), rows: z.number().int() }),
    ),
    channels: z.array(z.object({ written: z.string(), channel: z.enum(CHANNELS), rows: z.number().int() })),
    parties: z.array(
      z.object({ written: z.string(), affiliations: z.array(z.enum(AFFILIATIONS)), rows: z.number().int() }),
    ),
  }),
  ignored: z.array(z.object({ sheet: z.string(), row: z.number().int(), written: z.string() })),
});

export const uploadLedger = endpoint({
  id: 'ledger.upload',
  method: 'POST',
  path: '/api/ledger-imports',
  gist: 'Hand in a ledger (xlsx or CSV). It is read in the background; nothing is written yet.',
  may: ['office'],
  serves: ['rosterProcedure', 'recording'],
  upload: { maxBytes: LEDGER_MAX_BYTES },
  query: z.strictObject({ fileName: z.string().trim().min(1).max(200) }),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: ['ledger.list'],
});

export const uploadSampleLedger = endpoint({
  id: 'ledger.uploadSample',
  method: 'POST',
  path: '/api/ledger-sample-import',
  gist: 'Demo mode only: hand in the sample ledger that ships with the house.',
  may: ['office'],
  body: z.strictObject({}),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: ['ledger.list'],
});

export const downloadSampleLedger = endpoint({
  id: 'ledger.downloadSample',
  method: 'GET',
  path: '/api/ledger-sample',
  gist: 'Demo mode only: the sample ledger as a file.',
  may: ['office'],
  download: true,
  reply: z.undefined(),
});

export const listLedgerImports = endpoint({
  id: 'ledger.list',
  method: 'GET',
  path: '/api/ledger-imports',
  gist: 'Earlier imports, newest first.',
  may: ['office'],
  reply: z.object({ items: z.array(zHead.extend({ outcome: zOutcome.nullable() })) }),
});

export const readLedgerImport = endpoint({
  id: 'ledger.read',
  method: 'GET',
  path: '/api/ledger-imports/:importId',
  gist: 'One import: how far the reading is, what the dry run shows, what came of it.',
  may: ['office'],
  params: zRun,
  reply: zHead.extend({
    progress: z.object({ phase: z.string(), done: z.number(), total: z.number() }).nullable(),
    refusal: zWords.nullable(),
    look: zLook.nullable(),
    outcome: zOutcome.nullable(),
  }),
});

export const listLedgerProblems = endpoint({
  id: 'ledger.listProblems',
  method: 'GET',
  path: '/api/ledger-imports/:importId/problems',
  gist: 'What stands in the way or should be known, by level, with what can be chosen.',
  may: ['office'],
  params: zRun,
  query: z.strictObject({
    level: z.enum(['refused', 'ask', 'note']),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({ items: z.array(zProblem), total: z.number().int() }),
});

export const listLedgerMatters = endpoint({
  id: 'ledger.listMatters',
  method: 'GET',
  path: '/api/ledger-imports/:importId/matters',
  gist: 'Each opinion and difficulty that would become a matter, with the state in which it would begin.',
  may: ['office'],
  serves: ['reply'],
  params: zRun,
  query: z.strictObject({
    claim: z.enum(LEDGER_CLAIMS).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        sheet: z.string(),
        row: z.number().int(),
        on: zPlainDate,
        precision: z.enum(['day', 'month']),
        leader: z.string(),
        people: z.array(z.string()),
        kind: z.enum(MATTER_KINDS),
        words: z.string(),
        handling: z.string().nullable(),
        claim: z.enum(LEDGER_CLAIMS),
      }),
    ),
    total: z.number().int(),
  }),
});

export const exportTalks = endpoint({
  id: 'ledger.exportTalks',
  method: 'GET',
  path: '/api/ledger/talks',
  gist: 'The talks as a ledger keeps them: opinions, difficulties and how they were handled, in the columns from which they can be read again.',
  may: ['office'],
  serves: ['reply', 'recording'],
  query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  download: true,
  auditedRead: true,
  reply: z.undefined(),
});

export const readLedgerCells = endpoint({
  id: 'ledger.readCells',
  method: 'GET',
  path: '/api/ledger-imports/:importId/cells',
  gist: 'The rows around a cell, as the file has them.',
  may: ['office'],
  params: zRun,
  query: z.strictObject({
    sheet: z.string().max(200),
    row: z.coerce.number().int().min(1).max(1_000_000),
  }),
  reply: z.object({
    sheet: z.string(),
    headings: z.array(z.string()),
    rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  }),
});

export const listLedgerChoices = endpoint({
  id: 'ledger.listChoices',
  method: 'GET',
  path: '/api/ledger-imports/:importId/choices',
  gist: 'Whom or what a decision can name: people and leaders of the list and of this file, units.',
  may: ['office'],
  params: zRun,
  query: z.strictObject({
    of: z.enum(['leader', 'person', 'unit']),
    search: z.string().max(50).default(''),
  }),
  reply: z.object({ items: z.array(z.object({ ref: z.string(), name: z.string(), what: z.string() })) }),
});

export const mapLedgerColumns = endpoint({
  id: 'ledger.mapColumns',
  method: 'PUT',
  path: '/api/ledger-imports/:importId/mapping',
  gist: 'Confirm or change which column holds what, and from which day the pairings count.',
  may: ['office'],
  params: zRun,
  versioned: true,
  body: z.strictObject({ sheets: z.array(zMappedSheet).max(100), pairedFrom: zPlainDate }),
  reply: z.object({ version: z.number().int() }),
  changes: ['ledger.read', 'ledger.listProblems'],
});

export const decideLedgerProblems = endpoint({
  id: 'ledger.decide',
  method: 'PUT',
  path: '/api/ledger-imports/:importId/decisions',
  gist: 'Decide doubtful cells; null takes a decision back. The file itself stays as it is.',
  may: ['office'],
  params: zRun,
  versioned: true,
  body: z.strictObject({
    decisions: z
      .array(
        z.strictObject({
          key: z.string().min(1).max(500),
          decision: z.strictObject({ fix: z.string().max(200), value: z.string().max(200).optional() }).nullable(),
        }),
      )
      .min(1)
      .max(2000),
  }),
  reply: z.object({ version: z.number().int() }),
  changes: ['ledger.read', 'ledger.listProblems'],
});

export const cancelLedgerImport = endpoint({
  id: 'ledger.cancel',
  method: 'POST',
  path: '/api/ledger-imports/:importId/cancellation',
  gist: 'Stop reading, or put an import that was not applied away. Nothing is left of it.',
  may: ['office'],
  params: zRun,
  body: z.strictObject({}),
  reply: z.object({ version: z.number().int() }),
  changes: ['ledger.list', 'ledger.read'],
});

const AFTER_IMPORT = [
  'matter.list',
  'ledger.list',
  'ledger.read',
  'person.list',
  'person.read',
  'pairing.list',
  'pairing.roster',
  'interaction.readYear',
  'interaction.readOverview',
  'unit.list',
];

export const applyLedgerImport = endpoint({
  id: 'ledger.apply',
  method: 'POST',
  path: '/api/ledger-imports/:importId/application',
  gist: 'Write what the dry run shows, all or nothing. Undecided rows stay out.',
  may: ['office'],
  serves: ['rosterProcedure', 'recording'],
  params: zRun,
  versioned: true,
  body: z.strictObject({}),
  reply: z.object({ version: z.number().int(), outcome: zOutcome }),
  changes: AFTER_IMPORT,
});

/** What taking back would remove, put back, and leave because something was done with it since. */
const zUndone = z.object({
  removed: z.object({
    people: z.number().int(),
    standings: z.number().int(),
    posts: z.number().int(),
    pairings: z.number().int(),
    talks: z.number().int(),
    matters: z.number().int(),
    other: z.number().int(),
  }),
  restored: z.number().int(),
  kept: z.array(z.object({ kind: z.string(), name: z.string() })),
});
export type Undone = z.output<typeof zUndone>;

export const previewLedgerUndo = endpoint({
  id: 'ledger.previewUndo',
  method: 'GET',
  path: '/api/ledger-imports/:importId/undoing',
  gist: 'What taking this import back would do.',
  may: ['office'],
  params: zRun,
  reply: zUndone,
});

export const undoLedgerImport = endpoint({
  id: 'ledger.undo',
  method: 'POST',
  path: '/api/ledger-imports/:importId/undoing',
  gist: 'Take an import back. What something was done with since stays, and is named.',
  may: ['office'],
  params: zRun,
  versioned: true,
  body: z.strictObject({}),
  reply: zUndone.extend({ version: z.number().int() }),
  changes: AFTER_IMPORT,
});

export const exportLedgerProblems = endpoint({
  id: 'ledger.exportProblems',
  method: 'GET',
  path: '/api/ledger-imports/:importId/problems.xlsx',
  gist: 'The list of problems as a workbook, to mend the ledger at its source.',
  may: ['office'],
  params: zRun,
  download: true,
  reply: z.undefined(),
});

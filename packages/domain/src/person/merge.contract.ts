/** Two records that are one person: compare, preview, merge, take back within 30 days. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { AFFILIATIONS } from './party.ts';
import { MERGE_CHOICES, MERGE_FIELDS } from './merge.ts';
import { CHANGES_PEOPLE, KEEPERS } from './person.contract.ts';

const zPair = z.strictObject({ personId: zId, otherId: zId });

const zSide = z.object({
  id: zId,
  version: z.number().int(),
  name: z.string(),
  reading: z.string(),
  unit: zUnitRef,
  affiliations: z.array(z.enum(AFFILIATIONS)),
  position: z.string().nullable(),
  titles: z.array(z.string()),
  birthMonth: z.string().nullable(),
  phone: z.string().nullable(),
});

/** How many records move, by the table that holds them. */
const zMoves = z.array(z.object({ table: z.string(), count: z.number().int() }));

export const previewMerge = endpoint({
  id: 'person.previewMerge',
  method: 'GET',
  path: '/api/people/:personId/merging/:otherId',
  gist: 'Two records side by side, what is proposed for each field, and what would move to the one that stays.',
  may: KEEPERS,
  auditedRead: true,
  params: zPair,
  reply: z.object({
    kept: zSide,
    other: zSide,
    fields: z.array(z.object({ field: z.enum(MERGE_FIELDS), differs: z.boolean(), proposed: z.enum(MERGE_CHOICES) })),
    moves: zMoves,
  }),
});

const CHANGES = [...CHANGES_PEOPLE, 'person.listMerges', 'person.previewMerge', 'interaction.listTalks'];

export const mergePeople = endpoint({
  id: 'person.merge',
  method: 'POST',
  path: '/api/people/:personId/merging/:otherId',
  gist: 'Merge the other record into this one, field by field as chosen. Everything of the other moves; for 30 days it can be taken back.',
  may: KEEPERS,
  serves: ['recording'],
  versioned: true,
  params: zPair,
  body: z.strictObject({
    /** The version of the other record as it was looked at. */
    otherVersion: z.number().int(),
    choices: z.partialRecord(z.enum(MERGE_FIELDS), z.enum(MERGE_CHOICES)).default({}),
  }),
  reply: z.object({ version: z.number().int(), mergeId: zId, moves: zMoves }),
  changes: CHANGES,
});

export const listMerges = endpoint({
  id: 'person.listMerges',
  method: 'GET',
  path: '/api/merges',
  gist: 'Merges of the last 30 days within reach, newest first.',
  may: KEEPERS,
  reply: z.object({
    items: z.array(
      z.object({
        id: zId,
        version: z.number().int(),
        keptId: zId,
        keptName: z.string(),
        otherName: z.string(),
        by: z.string().nullable(),
        at: z.string(),
        undoUntil: z.string(),
        undone: z.boolean(),
      }),
    ),
  }),
});

const zUndone = z.object({
  /** Records that go back as they were. */
  restored: z.number().int(),
  /** Records that were changed since, and stay as they are. */
  stayed: z.number().int(),
});

export const previewUnmerge = endpoint({
  id: 'person.previewUnmerge',
  method: 'GET',
  path: '/api/merges/:mergeId/undoing',
  gist: 'What taking this merge back would do.',
  may: KEEPERS,
  params: z.strictObject({ mergeId: zId }),
  reply: zUndone,
});

export const unmerge = endpoint({
  id: 'person.unmerge',
  method: 'POST',
  path: '/api/merges/:mergeId/undoing',
  gist: 'Take a merge back: both records are there again. What was changed since stays as it is, and is counted.',
  may: KEEPERS,
  versioned: true,
  params: z.strictObject({ mergeId: zId }),
  body: z.strictObject({}),
  reply: zUndone.extend({ version: z.number().int() }),
  changes: CHANGES,
});

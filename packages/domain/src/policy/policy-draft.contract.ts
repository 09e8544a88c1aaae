/** A change of the measures: a file is handed in, read, tried, passed by a second person, and in force from a day. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zPageQuery } from '../kit/page.ts';
import { CHANGES } from './policy-diff.ts';
import { REQUIREMENT_KIND_WORDS } from './policy.words.ts';

/** Many times the largest policy that anyone has written. */
export const FILE_LIMIT = 512 * 1024;

export const DRAFT_STATUSES = ['open', 'submitted', 'approved', 'withdrawn'] as const;
export const DRAFT_ACTIONS = ['upload', 'copy', 'edit', 'submit', 'return', 'withdraw', 'approve', 'undo'] as const;
export const VERSION_STATES = ['inForce', 'coming', 'past', 'undone'] as const;

const OFFICE = ['office'] as const;
const zDraft = z.strictObject({ draftId: zId });
const zVersion = z.strictObject({ policyId: zId });
const zBoth = z.object({ zh: z.string(), en: z.string() });
const zReason = z.string().trim().min(1).max(400);

export const zFileProblem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  message: zBoth,
});

const zField = z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** From the words, as the lists beside the file’s schema would bring the lunar calendar into the browser. */
const kinds = Object.keys(REQUIREMENT_KIND_WORDS) as [keyof typeof REQUIREMENT_KIND_WORDS];

export const zPolicyDiff = z.object({
  head: z.array(zField),
  clauses: z.array(z.object({ id: z.string(), change: z.enum(CHANGES), heading: zBoth, fields: z.array(zField) })),
  requirements: z.array(
    z.object({
      id: z.string(),
      basis: z.string(),
      kind: z.enum(kinds),
      change: z.enum(CHANGES),
      before: zBoth.nullable(),
      after: zBoth.nullable(),
      fields: z.array(zField),
    }),
  ),
});

const zStep = z.object({
  action: z.enum(DRAFT_ACTIONS),
  by: z.string(),
  at: z.string(),
  startsOn: zPlainDate.nullable(),
  reason: z.string().nullable(),
  sha256: z.string(),
});

const zVersionHead = z.object({
  policyId: zId,
  number: z.number().int(),
  key: z.string(),
  name: zBoth,
  state: z.enum(VERSION_STATES),
  startsOn: zPlainDate,
  endsOn: zPlainDate.nullable(),
  /** Null: it came with the house. */
  draftId: zId.nullable(),
  /** Of the row, for `If-Match`. */
  version: z.number().int(),
  can: z.array(z.enum(['undo'])),
});

const zDraftHead = z.object({
  id: zId,
  fileName: z.string(),
  status: z.enum(DRAFT_STATUSES),
  startsOn: zPlainDate.nullable(),
  by: z.string(),
  at: z.string(),
  lastAction: z.enum(DRAFT_ACTIONS),
});

const READS = ['policy.read', 'policy.listVersions', 'policy.listDrafts', 'policy.readDraft'];
/** Everything that is judged by the measures; a version that begins later changes none of it today. */
const zVersioned = z.object({ version: z.number().int() });

export const listPolicyVersions = endpoint({
  id: 'policy.listVersions',
  method: 'GET',
  path: '/api/policy-versions',
  gist: 'The versions of the measures: in force, coming, past, and those taken back before their day.',
  may: 'signedIn',
  reply: z.object({ items: z.array(zVersionHead) }),
});

export const comparePolicyVersions = endpoint({
  id: 'policy.compareVersions',
  method: 'GET',
  path: '/api/policy-comparison',
  gist: 'What one version says otherwise than another, by clause and requirement.',
  may: 'signedIn',
  query: z.strictObject({ before: zId, after: zId }),
  reply: z.object({ before: zVersionHead, after: zVersionHead, diff: zPolicyDiff }),
});

export const downloadPolicyVersion = endpoint({
  id: 'policy.downloadVersion',
  method: 'GET',
  path: '/api/policy-versions/:policyId/file',
  gist: 'The file of a version, as it was handed in.',
  may: 'signedIn',
  params: zVersion,
  download: true,
  reply: z.unknown(),
});

export const undoPolicyVersion = endpoint({
  id: 'policy.undoVersion',
  method: 'POST',
  path: '/api/policy-versions/:policyId/undoing',
  gist: 'Takes a coming version back before its day; the version before it stays in force.',
  may: OFFICE,
  versioned: true,
  params: zVersion,
  body: z.strictObject({ reason: zReason }),
  changes: READS,
  reply: zVersioned,
});

export const listPolicyDrafts = endpoint({
  id: 'policy.listDrafts',
  method: 'GET',
  path: '/api/policy-drafts',
  gist: 'Edited files on their way: open, or waiting for the second person.',
  may: OFFICE,
  reply: z.object({ items: z.array(zDraftHead) }),
});

export const uploadPolicyDraft = endpoint({
  id: 'policy.uploadDraft',
  method: 'POST',
  path: '/api/policy-drafts',
  gist: 'Hands in an edited file of the measures; it is read and checked, and nothing of it is in force.',
  may: OFFICE,
  query: z.strictObject({ fileName: z.string().max(300) }),
  upload: { maxBytes: FILE_LIMIT },
  changes: ['policy.listDrafts'],
  reply: z.object({ id: zId, version: z.number().int() }),
});

export const copyPolicyVersion = endpoint({
  id: 'policy.copyVersion',
  method: 'POST',
  path: '/api/policy-versions/:policyId/copy',
  gist: 'Begins a draft with the text of a version, comments included.',
  may: OFFICE,
  params: zVersion,
  body: z.strictObject({}),
  changes: ['policy.listDrafts'],
  reply: z.object({ id: zId, version: z.number().int() }),
});

export const readPolicyDraft = endpoint({
  id: 'policy.readDraft',
  method: 'GET',
  path: '/api/policy-drafts/:draftId',
  gist: 'A draft: its text, every problem with line and column, what it says otherwise than the version in force.',
  may: OFFICE,
  params: zDraft,
  reply: z.object({
    id: zId,
    version: z.number().int(),
    fileName: z.string(),
    text: z.string(),
    sha256: z.string(),
    status: z.enum(DRAFT_STATUSES),
    startsOn: zPlainDate.nullable(),
    note: z.string().nullable(),
    problems: z.array(zFileProblem),
    /** Null while the text has problems. */
    diff: zPolicyDiff.nullable(),
    /** What the diff is against. */
    against: z.object({ policyId: zId, number: z.number().int(), startsOn: zPlainDate }),
    /** The first day on which it may begin, and the one that its text suggests. */
    earliestOn: zPlainDate,
    suggestedOn: zPlainDate,
    steps: z.array(zStep),
    /** The version that it became. */
    policyId: zId.nullable(),
    can: z.array(z.enum(['edit', 'submit', 'return', 'withdraw', 'approve'])),
    /** The second pair of eyes must be somebody else’s. */
    needsOther: z.boolean(),
  }),
});

export const editPolicyDraft = endpoint({
  id: 'policy.editDraft',
  method: 'PUT',
  path: '/api/policy-drafts/:draftId/text',
  gist: 'Replaces the text of an open draft, which is read and checked anew.',
  may: OFFICE,
  versioned: true,
  params: zDraft,
  body: z.strictObject({ text: z.string().max(FILE_LIMIT) }),
  changes: ['policy.readDraft', 'policy.listDrafts', 'policy.tryDraft'],
  reply: zVersioned,
});

export const zEffectPart = z.object({
  part: z.string(),
  title: zBoth,
  /** How many were looked at. */
  of: z.number().int(),
  total: z.number().int(),
  turns: z.array(z.object({ before: zBoth, after: zBoth, count: z.number().int() })),
  items: z.array(
    z.object({
      person: z.object({ id: zId, name: z.string(), unit: z.string() }),
      other: z.object({ id: zId, name: z.string() }).nullable(),
      before: zBoth,
      after: zBoth,
      clause: z.string().nullable(),
    }),
  ),
});

export const tryPolicyDraft = endpoint({
  id: 'policy.tryDraft',
  method: 'GET',
  path: '/api/policy-drafts/:draftId/effects',
  gist: 'The dry run: who and what changes state on the day on which the draft would begin, before and after.',
  may: OFFICE,
  params: zDraft,
  query: z.strictObject({ on: zPlainDate, part: z.string().max(40).optional(), ...zPageQuery.shape }),
  reply: z.object({ on: zPlainDate, parts: z.array(zEffectPart) }),
});

export const submitPolicyDraft = endpoint({
  id: 'policy.submitDraft',
  method: 'POST',
  path: '/api/policy-drafts/:draftId/submission',
  gist: 'Hands a draft without problems to the second person, with the day on which it shall begin.',
  may: OFFICE,
  versioned: true,
  params: zDraft,
  body: z.strictObject({ startsOn: zPlainDate, note: z.string().trim().max(400).optional() }),
  changes: READS,
  reply: zVersioned,
});

export const returnPolicyDraft = endpoint({
  id: 'policy.returnDraft',
  method: 'POST',
  path: '/api/policy-drafts/:draftId/return',
  gist: 'Gives a submitted draft back to be edited, with the reason.',
  may: OFFICE,
  versioned: true,
  params: zDraft,
  body: z.strictObject({ reason: zReason }),
  changes: READS,
  reply: zVersioned,
});

export const withdrawPolicyDraft = endpoint({
  id: 'policy.withdrawDraft',
  method: 'POST',
  path: '/api/policy-drafts/:draftId/withdrawal',
  gist: 'Puts a draft away that is not in force and shall not be.',
  may: OFFICE,
  versioned: true,
  params: zDraft,
  body: z.strictObject({ reason: z.string().trim().max(400).optional() }),
  changes: READS,
  reply: zVersioned,
});

export const approvePolicyDraft = endpoint({
  id: 'policy.approveDraft',
  method: 'POST',
  path: '/api/policy-drafts/:draftId/approval',
  gist: 'The second person passes a draft: it becomes the version in force from its day.',
  may: OFFICE,
  versioned: true,
  params: zDraft,
  body: z.strictObject({}),
  changes: READS,
  reply: z.object({ policyId: zId, version: z.number().int() }),
});

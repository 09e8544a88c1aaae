/** Named drafts of the board: who would befriend whom from a day on, checked live, compared, sent together, undone. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { changesPairings, KEEPERS, LOOKERS, zCount, zGround, zSaid, zWho } from './pairing.shapes.ts';

export const DRAFT_KINDS = ['board', 'renewal'] as const;
export const DRAFT_STATUSES = ['open', 'sent', 'undone', 'discarded'] as const;
export const DRAFT_CAN = ['change', 'send', 'discard', 'undo'] as const;

/** How a pair of the plan came to stand there. */
export const SLOT_CHANGES = ['kept', 'moved', 'added'] as const;
/** Why somebody waits in the pool. */
export const POOL_KINDS = ['unpaired', 'ending', 'changeAsked', 'leaderLeaves'] as const;

export const changesDrafts = [
  'pairing.listDrafts',
  'pairing.readDraft',
  'pairing.judgeMoves',
  'pairing.readRenewal',
  'pairing.readHandover',
];

const oneDraft = z.strictObject({ draftId: zId });
const zVersion = z.object({ version: z.number().int() });
const zName = z.string().trim().min(1).max(60);
const zReason = z.string().trim().max(400);

export const zDraftHead = z.object({
  id: zId,
  version: z.number().int(),
  name: z.string(),
  kind: z.enum(DRAFT_KINDS),
  status: z.enum(DRAFT_STATUSES),
  tier: zTier.nullable(),
  /** Null for the whole institution. */
  unit: zUnitRef.nullable(),
  /** The day on which the plan is looked at and from which it is to hold. */
  effectiveOn: zPlainDate,
  madeBy: z.string(),
  madeAt: z.string(),
  sentAt: z.string().nullable(),
  /** Until when a sent plan can be undone. */
  undoUntil: zPlainDate.nullable(),
  can: z.array(z.enum(DRAFT_CAN)),
});

const zDiffCounts = z.object({ kept: zCount, moved: zCount, added: zCount, dropped: zCount });

export const listDrafts = endpoint({
  id: 'pairing.listDrafts',
  method: 'GET',
  path: '/api/pairing-drafts',
  gist: 'The drafts within reach, open ones first, each with what it would change: drafts are compared by this.',
  may: LOOKERS,
  serves: ['adjustment', 'rosterProcedure'],
  query: z.strictObject({ kind: z.enum(DRAFT_KINDS).optional(), all: z.enum(['yes', 'no']).default('no') }),
  reply: z.object({ items: z.array(zDraftHead.extend({ diff: zDiffCounts, leadersShort: zCount, problems: zCount })) }),
});

export const createDraft = endpoint({
  id: 'pairing.createDraft',
  method: 'POST',
  path: '/api/pairing-drafts',
  gist: 'Begin a draft from the pairs as they are, or as a copy of another draft.',
  may: KEEPERS,
  serves: ['adjustment', 'rosterProcedure'],
  body: z.strictObject({
    name: zName,
    kind: z.enum(DRAFT_KINDS).default('board'),
    tier: zTier.nullable().default(null),
    /** A unit’s officer plans the own unit. */
    unitId: zId.nullable().default(null),
    effectiveOn: zPlainDate,
    copyOf: zId.optional(),
  }),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: changesDrafts,
});

/** One pair of the plan. */
const zSlot = z.object({
  representative: z.object({ id: zId, name: z.string(), unit: zUnitRef, ground: zGround.nullable() }),
  change: z.enum(SLOT_CHANGES),
  /** For a moved one: from whom. */
  from: zWho.nullable(),
  pinned: z.boolean(),
  since: zPlainDate.nullable(),
  /** The pair as it is today, where there is one. */
  pairingId: zId.nullable(),
  reason: z.string().nullable(),
  /** What a rule says against it; then it cannot be sent. */
  problem: z.object({ words: zSaid, clause: z.string().nullable() }).nullable(),
  /** For people who wait for a leader’s answer already. */
  waiting: z.boolean(),
});

export const zDiffLine = z.object({
  representative: zWho,
  from: zWho.nullable(),
  to: zWho.nullable(),
  change: z.enum(['moved', 'added', 'dropped']),
  /** In a sentence: why, as the plan or the person who moved it said. */
  reason: zSaid,
  clause: z.string().nullable(),
});

/** What the last solving said, beside the plan that came of it. */
export const SOLVE_STATUSES = ['running', 'done', 'bestSoFar', 'infeasible', 'cancelled', 'failed'] as const;
export const zSolve = z.object({
  id: zId,
  status: z.enum(SOLVE_STATUSES),
  startedAt: z.string(),
  progress: z.object({ phase: z.string(), done: z.number(), total: z.number() }).nullable(),
  /** In one sentence: what came of it. */
  says: zSaid.nullable(),
  /** What it would change against today, once it is done. */
  diff: zDiffCounts.nullable(),
  lines: z.array(zDiffLine),
  /** Who would still have too few, where it was asked for as far as possible. */
  short: z.array(z.object({ leader: zWho, by: z.number().int() })),
  /** Where there is no plan: the smallest set of rules and people in the way, and what would cure it. */
  conflicts: z.array(
    z.object({ says: zSaid, cure: zSaid.nullable(), clause: z.string().nullable(), people: z.array(zWho) }),
  ),
  /** Each alone would let the rules be kept. */
  cures: z.array(zSaid),
  /** The draft has been changed since: the plan is of the draft as it was then. */
  outdated: z.boolean(),
  /** It has been taken over into the draft. */
  applied: z.boolean(),
});

export const readDraft = endpoint({
  id: 'pairing.readDraft',
  method: 'GET',
  path: '/api/pairing-drafts/:draftId',
  gist: 'The board of one draft: leaders with their slots, the pool, the difference from today with reasons, what rules say against it.',
  may: LOOKERS,
  serves: ['adjustment', 'quota', 'eligibility'],
  params: oneDraft,
  reply: z.object({
    asOf: zPlainDate,
    draft: zDraftHead,
    quotas: z.array(z.object({ tier: zTier, clause: z.string(), asks: zSaid })),
    leaders: z.array(
      z.object({
        id: zId,
        name: z.string(),
        tier: zTier,
        unit: zUnitRef,
        posts: z.array(z.string()),
        /** Takes office, or leaves it, between today and the plan’s day. */
        arrives: zPlainDate.nullable(),
        leaves: zPlainDate.nullable(),
        quota: z.object({
          required: z.number().int().nullable(),
          has: zCount,
          short: zCount,
          over: zCount,
          clause: z.string().nullable(),
          arithmetic: zSaid,
        }),
        slots: z.array(zSlot),
        /** Whom the plan takes away, for the ghost beside the slots. */
        gone: z.array(z.object({ representative: zWho, to: zWho.nullable() })),
      }),
    ),
    pool: z.array(
      z.object({
        representative: z.object({ id: zId, name: z.string(), unit: zUnitRef, ground: zGround.nullable() }),
        kind: z.enum(POOL_KINDS),
        tier: zTier.nullable(),
        clause: z.string().nullable(),
        /** Already placed in this draft. */
        placed: z.boolean(),
        daysLeft: z.number().int().nullable(),
        wishes: z.array(z.string()),
      }),
    ),
    poolCounts: z.record(z.enum(POOL_KINDS), zCount),
    diff: zDiffCounts.extend({ lines: z.array(zDiffLine) }),
    /** How many leaders would be asked to confirm; the rest is decided where it stands. */
    asks: zCount,
    problems: zCount,
    solve: zSolve.nullable(),
  }),
});

export const judgeMoves = endpoint({
  id: 'pairing.judgeMoves',
  method: 'GET',
  path: '/api/pairing-drafts/:draftId/judgements',
  gist: 'What the rules say of putting one representative with each leader of the draft, or with one, in words with the clause.',
  may: LOOKERS,
  serves: ['eligibility', 'quota', 'rosterProcedure'],
  params: oneDraft,
  query: z.strictObject({ representative: zId, leader: zId.optional() }),
  reply: z.object({
    items: z.array(
      z.object({
        leader: zWho,
        /** `reason`: allowed where a reason is stated. */
        verdict: z.enum(['yes', 'reason', 'no']),
        says: zSaid,
        clause: z.string().nullable(),
      }),
    ),
  }),
});

const zPair = { leaderId: zId, representativeId: zId };
export const zMove = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), ...zPair, reason: zReason.optional() }),
  z.strictObject({ op: z.literal('drop'), ...zPair, reason: zReason.optional() }),
  /** From one leader to another: when the new pair is published the old one ends. */
  z.strictObject({
    op: z.literal('move'),
    representativeId: zId,
    fromLeaderId: zId,
    toLeaderId: zId,
    reason: zReason.optional(),
  }),
  /** What must stay as it stands in the draft, whatever the solver would do. */
  z.strictObject({ op: z.literal('pin'), ...zPair }),
  z.strictObject({ op: z.literal('unpin'), ...zPair }),
]);

export const moveInDraft = endpoint({
  id: 'pairing.moveInDraft',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/moves',
  gist: 'Put, move, take out or pin pairs of the draft, all or none; a move that breaks a rule is refused in words with its clause.',
  may: KEEPERS,
  serves: ['adjustment', 'eligibility'],
  versioned: true,
  params: oneDraft,
  body: z.strictObject({ moves: z.array(zMove).min(1).max(500) }),
  reply: zVersion,
  changes: changesDrafts,
});

export const changeDraft = endpoint({
  id: 'pairing.changeDraft',
  method: 'PATCH',
  path: '/api/pairing-drafts/:draftId',
  gist: 'Rename a draft or set its day; `clear` takes every move back.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: oneDraft,
  body: z.strictObject({
    name: zName.optional(),
    effectiveOn: zPlainDate.optional(),
    clear: z.literal(true).optional(),
  }),
  reply: zVersion,
  changes: changesDrafts,
});

export const discardDraft = endpoint({
  id: 'pairing.discardDraft',
  method: 'DELETE',
  path: '/api/pairing-drafts/:draftId',
  gist: 'Put a draft away.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: oneDraft,
  reply: zVersion,
  changes: changesDrafts,
});

export const sendDraft = endpoint({
  id: 'pairing.sendDraft',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/publication',
  gist: 'Publish a draft: every leader concerned is asked at once, what needs no leader’s yes is decided. All of it or nothing.',
  may: KEEPERS,
  serves: ['adjustment', 'rosterProcedure'],
  versioned: true,
  params: oneDraft,
  body: z.strictObject({}),
  reply: z.object({
    version: z.number().int(),
    /** Recommendations that wait for a leader now, and how many leaders that is. */
    recommended: zCount,
    leadersAsked: zCount,
    decided: zCount,
    published: zCount,
    ended: zCount,
  }),
  changes: [...changesPairings, ...changesDrafts],
});

export const previewUndo = endpoint({
  id: 'pairing.previewUndo',
  method: 'GET',
  path: '/api/pairing-drafts/:draftId/undoing',
  gist: 'What undoing a published draft would take back, and what stays because it has been confirmed or talked in since.',
  may: KEEPERS,
  serves: ['adjustment'],
  params: oneDraft,
  reply: z.object({
    until: zPlainDate,
    /** Terms and posts that the renewal wrote stay: they are facts, and are corrected one by one on the person's page. */
    factsStay: z.array(z.object({ person: zWho, says: zSaid })),
    takesBack: z.array(
      z.object({ leader: zWho, representative: zWho, what: z.enum(['recommended', 'published', 'ended']) }),
    ),
    stays: z.array(
      z.object({ leader: zWho, representative: zWho, because: z.enum(['confirmed', 'talked', 'changed', 'paired']) }),
    ),
  }),
});

export const undoDraft = endpoint({
  id: 'pairing.undoDraft',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/undoing',
  gist: 'Undo a published draft within thirty days, as the preview says: what is unconfirmed goes back, the rest stays.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: oneDraft,
  body: z.strictObject({}),
  reply: z.object({ version: z.number().int(), takenBack: zCount, stayed: zCount }),
  changes: [...changesPairings, ...changesDrafts],
});

/** Festival rounds: opened by the office, ticked by whoever writes for the leader, taken back for thirty days. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { ROUND_STATES } from './round.ts';

const zCount = z.number().int();
const zBoth = z.object({ zh: z.string(), en: z.string() });
const zNamed = z.object({ id: zId, name: z.string() });
const zLine = z.string().regex(/^\P{Cc}*$/u);
/** Whole cents; nothing costs a million. */
const zCents = z.number().int().min(1).max(100_000_000);

const zRound = z.object({
  id: zId,
  version: zCount,
  festival: z.string(),
  name: zBoth,
  on: zPlainDate,
  from: zPlainDate,
  /** The first day after the window. */
  until: zPlainDate,
  clause: z.string(),
  state: z.enum(ROUND_STATES),
  openedBy: z.string(),
  /** Pairs of the round in reach, and how many of them have a visit in the window. */
  pairs: zCount,
  visited: zCount,
});
export type Round = z.output<typeof zRound>;

const zFestival = z.object({
  key: z.string(),
  name: zBoth,
  on: zPlainDate,
  from: zPlainDate,
  until: zPlainDate,
  clause: z.string(),
  /** The list of festivals is the institution's own. */
  local: z.boolean(),
  /** Time to open it: the house proposes it by itself. */
  soon: z.boolean(),
});

export const listRounds = endpoint({
  id: 'round.list',
  method: 'GET',
  path: '/api/festival-rounds',
  gist: 'Festival rounds, the latest first, and the festivals of the measures that come next, those that it is time to open marked.',
  may: ['leader', 'office', 'unitOfficer', 'checker'],
  serves: ['occasion'],
  reply: z.object({
    today: zPlainDate,
    rounds: z.array(zRound),
    coming: z.array(zFestival),
    /** Festivals of some people alone, for which no round is proposed because nobody is marked as one of them. */
    ofGroups: z.array(zFestival),
    can: z.array(z.enum(['open', 'raise', 'setGifts'])),
  }),
});

const roundChanges = ['round.list', 'round.read', 'round.standing', 'occasion.near'];
/** A visit is a record: whatever shows records changes with it. */
const visitChanges = [
  ...roundChanges,
  'interaction.readYear',
  'interaction.readHome',
  'interaction.readOverview',
  'interaction.listTalks',
  'interaction.readLogDefaults',
  'interaction.readMyLeaders',
  'round.mine',
];

export const openRound = endpoint({
  id: 'round.open',
  method: 'POST',
  path: '/api/festival-rounds',
  gist: 'Open the round of a festival of the measures, with its window or another one.',
  may: ['office'],
  serves: ['occasion'],
  body: z.strictObject({
    festival: z.string().min(1).max(60),
    on: zPlainDate,
    from: zPlainDate.optional(),
    until: zPlainDate.optional(),
  }),
  reply: z.object({ id: zId, version: zCount }),
  changes: roundChanges,
});

export const withdrawRound = endpoint({
  id: 'round.withdraw',
  method: 'DELETE',
  path: '/api/festival-rounds/:roundId',
  gist: 'Take a round away that was opened by mistake and in which nothing was ticked.',
  may: ['office'],
  params: z.strictObject({ roundId: zId }),
  versioned: true,
  reply: z.object({}),
  changes: roundChanges,
});

const zGiftKind = z.object({
  id: zId,
  version: zCount,
  name: z.string(),
  eachCents: zCount,
  yearCents: zCount.nullable(),
  basis: z.string(),
  from: zPlainDate,
  until: zPlainDate.nullable(),
});
export type GiftKindShown = z.output<typeof zGiftKind>;

export const zRosterFriend = z.object({
  pairingId: zId,
  person: z.object({ id: zId, name: z.string(), unitShort: z.string(), titles: z.array(z.string()) }),
  /** The first visit of this pair in the window. */
  visited: z
    .object({
      on: zPlainDate,
      /** Who wrote it down, where it was not the leader. */
      recordedAs: z.string().nullable(),
      gift: z.object({ name: z.string(), cents: zCount }).nullable(),
    })
    .nullable(),
  /** A day that suits; null where none is left, or it is done. */
  suggestedOn: zPlainDate.nullable(),
  /** Abroad or on leave for the whole of what is left. */
  away: z.boolean(),
});

export const readRound = endpoint({
  id: 'round.read',
  method: 'GET',
  path: '/api/festival-rounds/:roundId',
  gist: 'The roster of a round by leader: each friend, visited or not, by whom, when, and a day that suits.',
  may: ['leader', 'office', 'unitOfficer', 'checker'],
  serves: ['occasion'],
  auditedRead: true,
  params: z.strictObject({ roundId: zId }),
  query: z.strictObject({
    leader: zId.optional(),
    unit: zId.optional(),
    /** `left`: only those not yet visited. */
    show: z.enum(['all', 'left']).default('all'),
  }),
  reply: zRound.extend({
    today: zPlainDate,
    /** The suggested days rest on a year whose working days are not published yet. */
    estimated: z.boolean(),
    units: z.array(z.object({ id: zId, name: z.string(), pairs: zCount })),
    leaders: z.array(
      z.object({
        leader: zNamed,
        unit: z.string(),
        /** One may tick for this leader. */
        mine: z.boolean(),
        friends: z.array(zRosterFriend),
      }),
    ),
    gifts: z.array(zGiftKind),
    ticks: z.array(
      z.object({
        id: zId,
        version: zCount,
        on: zPlainDate,
        by: z.string(),
        at: z.string(),
        visits: zCount,
        undoUntil: z.string(),
      }),
    ),
    can: z.array(z.enum(['tick', 'withdraw', 'setGifts'])),
  }),
});

const zGift = z.strictObject({ kindId: zId, cents: zCents });

export const tickVisits = endpoint({
  id: 'round.tick',
  method: 'POST',
  path: '/api/festival-rounds/:roundId/ticks',
  gist: 'Log the visits of a day, all or none: one record for each pair; pairs that have a visit in the window are recognised and get no second one.',
  may: ['leader', 'office', 'unitOfficer'],
  serves: ['occasion', 'recording'],
  params: z.strictObject({ roundId: zId }),
  body: z.strictObject({
    on: zPlainDate,
    visits: z
      .array(z.strictObject({ pairingId: zId, gift: zGift.optional() }))
      .min(1)
      .max(500),
  }),
  reply: z.object({
    /** Null where every one of them had a visit already. */
    tickId: zId.nullable(),
    logged: zCount,
    /** Recognised: they had a visit in the window. */
    already: zCount,
    undoUntil: z.string().nullable(),
  }),
  changes: visitChanges,
});

const zUndone = z.object({
  id: zId,
  version: zCount,
  on: zPlainDate,
  /** Records that would go. */
  goes: z.array(z.object({ leader: z.string(), person: z.string() })),
  /** Records that stay, because somebody has answered or changed them since. */
  stays: z.array(z.object({ leader: z.string(), person: z.string() })),
});

export const previewTickUndo = endpoint({
  id: 'round.previewUndo',
  method: 'GET',
  path: '/api/festival-ticks/:tickId',
  gist: 'What taking a bulk tick back would do: which records go, which stay.',
  may: ['leader', 'office', 'unitOfficer'],
  auditedRead: true,
  params: z.strictObject({ tickId: zId }),
  reply: zUndone,
});

export const undoTick = endpoint({
  id: 'round.undoTick',
  method: 'DELETE',
  path: '/api/festival-ticks/:tickId',
  gist: 'Take a bulk tick back within thirty days; records that somebody has answered or changed stay.',
  may: ['leader', 'office', 'unitOfficer'],
  params: z.strictObject({ tickId: zId }),
  versioned: true,
  reply: z.object({ removed: zCount, stayed: zCount }),
  changes: visitChanges,
});

export const listGiftKinds = endpoint({
  id: 'gift.list',
  method: 'GET',
  path: '/api/gift-kinds',
  gist: 'What may be brought along at a visit, as the institution has set it; empty until it does.',
  may: ['leader', 'office', 'unitOfficer', 'checker'],
  serves: ['occasion'],
  reply: z.object({ items: z.array(zGiftKind), can: z.array(z.enum(['set'])) }),
});

export const setGiftKind = endpoint({
  id: 'gift.set',
  method: 'POST',
  path: '/api/gift-kinds',
  gist: 'Set a kind and its limits, with the rule of the institution on which they rest.',
  may: ['office'],
  body: z.strictObject({
    name: zLine.trim().min(1).max(40),
    eachCents: zCents,
    yearCents: zCents.nullable(),
    basis: zLine.trim().min(1).max(200),
    from: zPlainDate,
  }),
  reply: zGiftKind,
  changes: ['gift.list', 'round.read'],
});

export const endGiftKind = endpoint({
  id: 'gift.end',
  method: 'POST',
  path: '/api/gift-kinds/:giftId/end',
  gist: 'End a kind from today on; what was given stays written.',
  may: ['office'],
  versioned: true,
  params: z.strictObject({ giftId: zId }),
  body: z.strictObject({}),
  reply: zGiftKind,
  changes: ['gift.list', 'round.read'],
});

export const readRoundStanding = endpoint({
  id: 'round.standing',
  method: 'GET',
  path: '/api/festival-standing',
  gist: 'The festival that runs, or the last one: how many pairs in reach were visited; and how many occasions wait.',
  may: ['office', 'unitOfficer', 'checker'],
  serves: ['occasion', 'oversight'],
  reply: z.object({
    asOf: zPlainDate,
    round: zRound.nullable(),
    open: zCount,
    late: zCount,
  }),
});

export const listMyVisits = endpoint({
  id: 'round.mine',
  method: 'GET',
  path: '/api/my-visits',
  gist: 'For a representative: who visited at which festival, and what was brought along.',
  may: ['representative'],
  serves: ['occasion'],
  reply: z.object({
    items: z.array(
      z.object({
        on: zPlainDate,
        leader: z.string(),
        festival: zBoth,
        gift: z.object({ name: z.string(), cents: zCount }).nullable(),
      }),
    ),
  }),
});

/** Wishes about oneself, and what keeps two people from being paired. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { zPersonRef } from '../person/person.contract.ts';
import { KEEPERS, zWho } from './pairing.shapes.ts';
import { CONFLICT_KINDS, WISH_KINDS } from './wish.ts';

export const listWishes = endpoint({
  id: 'pairing.listWishes',
  method: 'GET',
  path: '/api/pairing-wishes',
  gist: 'Wishes within reach: one’s own, and those of the people on the list that one keeps.',
  may: ['leader', 'representative', 'office', 'unitOfficer'],
  serves: ['rosterProcedure'],
  query: z.strictObject({ person: zId.optional() }),
  reply: z.object({
    items: z.array(
      z.object({
        id: zId,
        version: z.number().int(),
        person: zPersonRef,
        kind: z.enum(WISH_KINDS),
        words: z.string().nullable(),
        since: zPlainDate,
        /** Who wrote it down, where it was not the person. */
        toldTo: z.string().nullable(),
        can: z.array(z.enum(['remove'])),
      }),
    ),
  }),
});

export const addWish = endpoint({
  id: 'pairing.addWish',
  method: 'POST',
  path: '/api/pairing-wishes',
  gist: 'Say a wish about oneself, or write one down for a person who told it. It is respected where the rules leave room.',
  may: ['leader', 'representative', 'office', 'unitOfficer'],
  serves: ['rosterProcedure'],
  body: z
    .strictObject({
      /** Oneself where it is left out. */
      personId: zId.optional(),
      kind: z.enum(WISH_KINDS),
      words: z.string().trim().max(400).optional(),
    })
    .refine((wish) => wish.kind !== 'words' || (wish.words ?? '').length >= 2, { path: ['words'] }),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: ['pairing.listWishes'],
});

export const removeWish = endpoint({
  id: 'pairing.removeWish',
  method: 'DELETE',
  path: '/api/pairing-wishes/:wishId',
  gist: 'A wish that is one no longer.',
  may: ['leader', 'representative', 'office', 'unitOfficer'],
  serves: ['rosterProcedure'],
  versioned: true,
  params: z.strictObject({ wishId: zId }),
  reply: z.object({ id: zId }),
  changes: ['pairing.listWishes'],
});

export const listConflicts = endpoint({
  id: 'pairing.listConflicts',
  method: 'GET',
  path: '/api/pairing-conflicts',
  gist: 'Who is not paired with whom, and of which kind the tie is. Both may read it.',
  may: 'signedIn',
  serves: ['rosterProcedure'],
  query: z.strictObject({ person: zId.optional() }),
  reply: z.object({
    items: z.array(
      z.object({
        id: zId,
        version: z.number().int(),
        leader: zWho,
        representative: zWho,
        kind: z.enum(CONFLICT_KINDS),
        since: zPlainDate,
        by: z.string().nullable(),
        can: z.array(z.enum(['remove'])),
      }),
    ),
  }),
});

export const declareConflict = endpoint({
  id: 'pairing.declareConflict',
  method: 'POST',
  path: '/api/pairing-conflicts',
  gist: 'Say that these two are not to be paired: superior and subordinate, one household, or declared by one of them.',
  may: KEEPERS,
  serves: ['rosterProcedure'],
  body: z.strictObject({ leaderId: zId, representativeId: zId, kind: z.enum(CONFLICT_KINDS) }),
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: ['pairing.listConflicts'],
});

export const removeConflict = endpoint({
  id: 'pairing.removeConflict',
  method: 'DELETE',
  path: '/api/pairing-conflicts/:conflictId',
  gist: 'The tie is no more.',
  may: KEEPERS,
  serves: ['rosterProcedure'],
  versioned: true,
  params: z.strictObject({ conflictId: zId }),
  reply: z.object({ id: zId }),
  changes: ['pairing.listConflicts'],
});

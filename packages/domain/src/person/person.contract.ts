/** People on the list: leaders and representatives, their standings, and one person’s whole record. */
import { z } from 'zod';
import { PRECISIONS } from '../calendar/precision.ts';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPage, zPageQuery } from '../kit/page.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { ROLES } from '../kit/roles.ts';
import { LEVELS, STANDING_KINDS, STANDING_ROLES, zTier } from '../policy/vocabulary.ts';
import { zUnitRef } from '../unit/unit.contract.ts';
import { DATED_FACT_KINDS } from './dated-fact.ts';
import { AFFILIATIONS } from './party.ts';
import { PERSON_ACTIONS } from './person.access.ts';
import { STANDING_TIMES, TERM_STATES } from './term.ts';

const KEEPERS = ['office', 'unitOfficer'] as const;

/** What the chips of the directory choose. */
export const PEOPLE_SHOWN = ['all', 'outside', 'unpaired', 'ending', 'noTerm'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

export const zPersonRef = z.object({ id: zId, name: z.string() });

const zStandingLine = z.object({
  id: zId,
  written: z.string(),
  /** The first day that no longer belongs. */
  endsOn: zPlainDate.nullable(),
  precision: z.enum(PRECISIONS).nullable(),
  term: z.enum(TERM_STATES),
  ending: z.boolean(),
});

const zPostLine = z.object({ title: z.string(), charge: z.string().nullable(), tier: zTier, unit: zUnitRef });

/** A leader whom the asker may not know by name (a unit’s officer and the institution’s leaders) has a tier and no name. */
const zLeaderOf = z.object({ pairingId: zId, id: zId, name: z.string().nullable(), tier: zTier });

export const zPersonLine = z.object({
  id: zId,
  name: z.string(),
  reading: z.string(),
  unit: zUnitRef,
  affiliations: z.array(z.enum(AFFILIATIONS)),
  position: z.string().nullable(),
  titles: z.array(z.string()),
  /** Another on the list has the same name: the unit is shown beside it. */
  sharesName: z.boolean(),
  /** Those held today. */
  standings: z.array(zStandingLine),
  posts: z.array(zPostLine),
  /** The first tier whose list the person fits today. */
  tier: zTier.nullable(),
  leaders: z.array(zLeaderOf),
  /** For a leader: how many they befriend today. */
  friends: z.number().int(),
});

export const listPeople = endpoint({
  id: 'person.list',
  method: 'GET',
  path: '/api/people',
  gist: 'The directory within reach, by the reading of the names, with the counts that the chips show.',
  may: ['office', 'unitOfficer', 'checker', 'leader'],
  serves: ['eligibility', 'adjustment'],
  query: zPageQuery
    .extend({
      kind: z.enum(['representatives', 'leaders']).default('representatives'),
      /** Characters, pinyin from its beginning, or first letters. */
      q: z.string().trim().max(50).optional(),
      unit: zId.optional(),
      party: z.enum([...AFFILIATIONS, 'none']).optional(),
      show: z.enum(PEOPLE_SHOWN).default('all'),
      /** Only whom this tier befriends. */
      tier: zTier.optional(),
    })
    .strict(),
  reply: zPage(zPersonLine).extend({
    /** Under the same search, unit and party, whatever chip is chosen. */
    counts: z.record(z.enum(PEOPLE_SHOWN), z.number().int()),
    /** The same by tier, the highest first; every tier of the measures stands there. */
    tiers: z.array(z.object({ tier: zTier, count: z.number().int() })),
    /** Without any filter: tells an empty list from one in which nothing was found. */
    whole: z.number().int(),
  }),
});

const zStandingFields = {
  kind: z.enum(STANDING_KINDS),
  level: z.enum(LEVELS).nullable(),
  role: z.enum(STANDING_ROLES).nullable(),
  written: z.string().trim().min(2).max(100),
  startsOn: zPlainDate.nullable(),
  /** The first day that no longer belongs. */
  endsOn: zPlainDate.nullable(),
  precision: z.enum(PRECISIONS).nullable(),
};

const zEligibility = z.object({
  tier: zTier,
  requirement: z.string(),
  clause: z.string(),
  standing: zId,
  expiresOn: zPlainDate.nullable(),
});

export const readPerson = endpoint({
  id: 'person.read',
  method: 'GET',
  path: '/api/people/:personId',
  gist: 'One person’s record, every field that the asker may see. The person can see that it was opened.',
  may: 'signedIn',
  auditedRead: true,
  serves: ['eligibility', 'recording'],
  params: z.strictObject({ personId: zId }),
  reply: z.object({
    version: z.number().int(),
    id: zId,
    name: z.string(),
    reading: z.string(),
    unit: zUnitRef,
    affiliations: z.array(z.enum(AFFILIATIONS)),
    noPartyStated: z.boolean(),
    position: z.string().nullable(),
    titles: z.array(z.string()),
    birthMonth: z.string().nullable(),
    phone: z.string().nullable(),
    representative: z.object({ sinceOn: zPlainDate.nullable(), untilOn: zPlainDate.nullable() }).nullable(),
    posts: z.array(
      zPostLine.extend({
        id: zId,
        leadership: z.boolean(),
        startsOn: zPlainDate.nullable(),
        endsOn: zPlainDate.nullable(),
      }),
    ),
    standings: z.array(
      z.object({
        ...zStandingFields,
        id: zId,
        version: z.number().int(),
        body: z.string(),
        source: z.string(),
        term: z.enum(TERM_STATES),
        time: z.enum(STANDING_TIMES),
        ending: z.boolean(),
        /** Tiers that it opens today. */
        opens: z.array(zTier),
      }),
    ),
    eligibility: z.array(zEligibility),
    /** What follows when the standing that carries the first tier ends without a renewal. */
    next: z.object({ on: zPlainDate, eligibility: zEligibility.nullable() }).nullable(),
    facts: z.array(
      z.object({
        id: zId,
        kind: z.enum(DATED_FACT_KINDS),
        startsOn: zPlainDate.nullable(),
        endsOn: zPlainDate.nullable(),
        written: z.string(),
      }),
    ),
    /** Current ones first. Names that the asker may not know are null. */
    pairings: z.array(
      z.object({
        id: zId,
        version: z.number().int(),
        leader: z.object({ id: zId, name: z.string().nullable(), posts: z.array(z.string()) }),
        representative: z.object({ id: zId, name: z.string().nullable() }),
        tier: zTier,
        startsOn: zPlainDate,
        endsOn: zPlainDate.nullable(),
        active: z.boolean(),
      }),
    ),
    /** Null where it is not the asker’s to know. The person’s own opening is left out; one line a day and reader. */
    readers: z.array(z.object({ name: z.string(), roles: z.array(z.enum(ROLES)), on: zPlainDate })).nullable(),
    can: z.array(z.enum(PERSON_ACTIONS)),
  }),
});

const zName = z.string().trim().min(1).max(50);
const zShort = z.string().trim().max(60).nullable();
const zTitles = z.array(z.string().trim().min(1).max(60)).max(6);
const zAffiliations = z.array(z.enum(AFFILIATIONS)).max(3);
const zReading = z
  .string()
  .trim()
  .toLowerCase()
  .max(100)
  .regex(/^[a-zü]+( [a-zü]+)*$/);
const zPhone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{5,24}$/)
  .nullable();

const changesPeople = ['person.list', 'person.read', 'pairing.list', 'pairing.roster', 'interaction.readYear'];

export const createPerson = endpoint({
  id: 'person.create',
  method: 'POST',
  path: '/api/people',
  gist: 'Put a representative on the list. Someone of the same name in the same unit is asked about first.',
  may: KEEPERS,
  serves: ['eligibility'],
  body: z.strictObject({
    name: zName,
    /** Made from the name where it is left out. */
    reading: zReading.optional(),
    unitId: zId,
    affiliations: zAffiliations.default([]),
    position: zShort.default(null),
    titles: zTitles.default([]),
    phone: zPhone.default(null),
    /** Said knowingly: this is another person of the same name. */
    another: z.boolean().default(false),
  }),
  reply: z.object({ id: zId }),
  changes: changesPeople,
});

export const updatePerson = endpoint({
  id: 'person.update',
  method: 'PATCH',
  path: '/api/people/:personId',
  gist: 'Correct how a person is named, addressed and reached. What is left out stays.',
  may: KEEPERS,
  serves: ['eligibility'],
  versioned: true,
  params: z.strictObject({ personId: zId }),
  body: z.strictObject({
    name: zName.optional(),
    reading: zReading.optional(),
    unitId: zId.optional(),
    affiliations: zAffiliations.optional(),
    position: zShort.optional(),
    titles: zTitles.optional(),
    phone: zPhone.optional(),
  }),
  reply: z.object({ version: z.number().int() }),
  changes: changesPeople,
});

export const createStanding = endpoint({
  id: 'standing.create',
  method: 'POST',
  path: '/api/people/:personId/standings',
  gist: 'Add a representative standing with its term; a renewal is a new standing that begins where the old one ends.',
  may: KEEPERS,
  serves: ['eligibility'],
  params: z.strictObject({ personId: zId }),
  body: z.strictObject(zStandingFields),
  reply: z.object({ id: zId }),
  changes: changesPeople,
});

export const updateStanding = endpoint({
  id: 'standing.update',
  method: 'PATCH',
  path: '/api/standings/:standingId',
  gist: 'Correct a standing or its term.',
  may: KEEPERS,
  serves: ['eligibility'],
  versioned: true,
  params: z.strictObject({ standingId: zId }),
  body: z.strictObject(zStandingFields),
  reply: z.object({ version: z.number().int() }),
  changes: changesPeople,
});

export const endStanding = endpoint({
  id: 'standing.end',
  method: 'POST',
  path: '/api/standings/:standingId/end',
  gist: 'A standing was given up before its term: from this day it no longer holds. The past stays as it was.',
  may: KEEPERS,
  serves: ['eligibility', 'adjustment'],
  versioned: true,
  params: z.strictObject({ standingId: zId }),
  body: z.strictObject({ endsOn: zPlainDate }),
  reply: z.object({ version: z.number().int() }),
  changes: changesPeople,
});

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
import { LEFT_REASONS, PERSON_FACT_KINDS } from './dated-fact.ts';
import { AFFILIATIONS } from './party.ts';
import { PERSON_ACTIONS } from './person.access.ts';
import { EXPIRY_WARNINGS, STANDING_TIMES, TERM_STATES } from './term.ts';

export const KEEPERS = ['office', 'unitOfficer'] as const;

/** What the chips of the directory choose. */
export const PEOPLE_SHOWN = ['all', 'outside', 'unpaired', 'ending', 'near', 'noTerm'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

/** On the list; on it once and no more; and those who have died, who stand on no list of whom to contact. */
export const PEOPLE_STATES = ['listed', 'left', 'deceased'] as const;
export type PeopleState = (typeof PEOPLE_STATES)[number];

export const PEOPLE_SORTS = ['reading', 'strokes'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** A total is counted so far and no further: beyond it a list is searched, not paged through. */
export const COUNTED_TO = 500;
/** The same for everybody on the list. */
export const WHOLE_TO = 10_000;

export const zPersonRef = z.object({ id: zId, name: z.string() });

const zStandingLine = z.object({
  id: zId,
  written: z.string(),
  /** The first day that no longer belongs. */
  endsOn: zPlainDate.nullable(),
  precision: z.enum(PRECISIONS).nullable(),
  term: z.enum(TERM_STATES),
  ending: z.boolean(),
  /** Its end is within half a year, or within 60 days. */
  warning: z.enum(EXPIRY_WARNINGS).nullable(),
});

const zPostLine = z.object({ title: z.string(), charge: z.string().nullable(), tier: zTier, unit: zUnitRef });

/** A leader whom the asker may not know by name (a unit’s officer and the institution’s leaders) has a tier and no name. */
const zLeaderOf = z.object({ pairingId: zId, id: zId, name: z.string().nullable(), tier: zTier });

export const zPersonLine = z.object({
  id: zId,
  name: z.string(),
  reading: z.string(),
  /** Strokes of the name’s first sign; null where they are not known. */
  strokes: z.number().int().nullable(),
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
  /** Where the list of former ones is asked for. */
  left: z.object({ on: zPlainDate.nullable(), reason: z.enum(LEFT_REASONS).nullable() }).nullable(),
});

const zFilters = {
  kind: z.enum(['representatives', 'leaders']).default('representatives'),
  state: z.enum(PEOPLE_STATES).default('listed'),
  /** Characters, pinyin from its beginning, or first letters. */
  q: z.string().trim().max(50).optional(),
  unit: zId.optional(),
  party: z.enum([...AFFILIATIONS, 'none']).optional(),
  /** Holds a standing of this kind, and of this level where one is named, today. */
  standing: z.enum(STANDING_KINDS).optional(),
  level: z.enum(LEVELS).optional(),
};
/** What narrows the directory: the same for the list, its counts and its export. */
export const zPeopleFilters = z.strictObject({
  ...zFilters,
  show: z.enum(PEOPLE_SHOWN).default('all'),
  /** Only whom this tier befriends. */
  tier: zTier.optional(),
  sort: z.enum(PEOPLE_SORTS).default('reading'),
});
export type PeopleFilters = z.output<typeof zPeopleFilters>;

export const listPeople = endpoint({
  id: 'person.list',
  method: 'GET',
  path: '/api/people',
  gist: 'The directory within reach, by the reading of the names or by their strokes. The total is counted up to five hundred.',
  may: ['office', 'unitOfficer', 'checker', 'leader'],
  serves: ['eligibility', 'adjustment'],
  query: zPeopleFilters.extend(zPageQuery.shape),
  /** `more`: there are more than `total` says. */
  reply: zPage(zPersonLine).extend({ more: z.boolean() }),
});

export const countPeople = endpoint({
  id: 'person.count',
  method: 'GET',
  path: '/api/people-counts',
  gist: 'How many the chips of the directory would show, under the same search and filters.',
  may: ['office', 'unitOfficer', 'checker', 'leader'],
  serves: ['eligibility', 'adjustment'],
  query: z.strictObject(zFilters),
  reply: z.object({
    counts: z.record(z.enum(PEOPLE_SHOWN), z.number().int()),
    /** The same by tier, the highest first; every tier of the measures stands there. */
    tiers: z.array(z.object({ tier: zTier, count: z.number().int() })),
    /** Without any filter: tells an empty list from one in which nothing was found. */
    whole: z.number().int(),
    /** There are more than `whole` says. */
    wholeMore: z.boolean(),
  }),
});

/** Someone who may be meant by a name that is being typed. */
const zNamesake = z.object({
  id: zId,
  name: z.string(),
  unit: zUnitRef,
  position: z.string().nullable(),
  titles: z.array(z.string()),
  /** On the list of representatives, or a leader. */
  isRepresentative: z.boolean(),
  isLeader: z.boolean(),
});

export const listNamesakes = endpoint({
  id: 'person.listNamesakes',
  method: 'GET',
  path: '/api/people-namesakes',
  gist: 'Who is already there under these names, within reach: asked while a name is being typed. Names are parted by |.',
  may: KEEPERS,
  query: z.strictObject({ names: z.string().trim().min(1).max(2000) }),
  reply: z.object({ items: z.array(zNamesake) }),
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
  /** On another day: standings, posts, pairs and what follows from them are told as of it. */
  query: z.strictObject({ on: zPlainDate.optional() }),
  reply: z.object({
    version: z.number().int(),
    id: zId,
    /** The day as of which the record is told. */
    on: zPlainDate,
    name: z.string(),
    reading: z.string(),
    unit: zUnitRef,
    affiliations: z.array(z.enum(AFFILIATIONS)),
    noPartyStated: z.boolean(),
    position: z.string().nullable(),
    titles: z.array(z.string()),
    birthMonth: z.string().nullable(),
    phone: z.string().nullable(),
    representative: z
      .object({
        sinceOn: zPlainDate.nullable(),
        untilOn: zPlainDate.nullable(),
        leftReason: z.enum(LEFT_REASONS).nullable(),
        leftWords: z.string().nullable(),
      })
      .nullable(),
    /** Set once a death has been recorded: who died is reminded of nobody, and nobody of them. */
    deceased: z.object({ on: zPlainDate.nullable(), precision: z.enum(PRECISIONS).nullable() }).nullable(),
    posts: z.array(
      zPostLine.extend({
        id: zId,
        version: z.number().int(),
        precision: z.enum(PRECISIONS).nullable(),
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
        warning: z.enum(EXPIRY_WARNINGS).nullable(),
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
        version: z.number().int(),
        kind: z.enum(PERSON_FACT_KINDS),
        precision: z.enum(PRECISIONS).nullable(),
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

export const zName = z.string().trim().min(1).max(50);
export const zShort = z.string().trim().max(60).nullable();
export const zTitles = z.array(z.string().trim().min(1).max(60)).max(6);
const zAffiliations = z.array(z.enum(AFFILIATIONS)).max(3);
export const zReading = z
  .string()
  .trim()
  .toLowerCase()
  .max(100)
  .regex(/^[a-zü]+( [a-zü]+)*$/);
export const zPhone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{5,24}$/)
  .nullable();

export const CHANGES_PEOPLE = [
  'person.list',
  'person.count',
  'person.read',
  'person.listNamesakes',
  'pairing.list',
  'pairing.roster',
  'interaction.readYear',
];

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
  changes: CHANGES_PEOPLE,
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
  changes: CHANGES_PEOPLE,
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
  changes: CHANGES_PEOPLE,
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
  changes: CHANGES_PEOPLE,
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
  changes: CHANGES_PEOPLE,
});

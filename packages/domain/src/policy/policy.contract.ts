/** The measures in force, clause by clause, with what each asks and what the house set for itself. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { SETTING_KINDS } from './local-setting.ts';
import { CLAUSE_CLASS_WORDS, REQUIREMENT_KIND_WORDS, STRENGTH_WORDS } from './policy.words.ts';
import { zTier } from './vocabulary.ts';

/** From the words, and not from the lists beside the file’s schema: those would bring the lunar calendar into the browser. */
const keyOf = <K extends string>(table: Readonly<Record<K, unknown>>) => z.enum(Object.keys(table) as [K, ...K[]]);

const zBoth = z.object({ zh: z.string(), en: z.string() });

export const zRequirementLine = z.object({
  id: z.string(),
  kind: keyOf(REQUIREMENT_KIND_WORDS),
  strength: keyOf(STRENGTH_WORDS),
  tiers: z.array(zTier),
  /** What is asked, in a sentence. */
  asks: zBoth,
  /** Added by the house where the clause names none. */
  local: z.boolean(),
  /** Other clauses that it leans on. */
  see: z.array(z.string()),
  from: zPlainDate,
  until: zPlainDate.nullable(),
});

export const readPolicy = endpoint({
  id: 'policy.read',
  method: 'GET',
  path: '/api/policy',
  gist: 'The measures in force today: clauses, requirements, and the house’s own settings marked as such.',
  may: 'signedIn',
  reply: z.object({
    policyId: zId,
    /** The version that is passed and not yet in force. */
    coming: z.object({ policyId: zId, startsOn: zPlainDate, number: z.number().int() }).nullable(),
    can: z.array(z.enum(['draft', 'set'])),
    key: z.string(),
    version: z.number().int(),
    name: zBoth,
    number: z.string().nullable(),
    from: zPlainDate,
    until: zPlainDate.nullable(),
    clauses: z.array(
      z.object({
        id: z.string(),
        class: keyOf(CLAUSE_CLASS_WORDS),
        heading: zBoth,
        gist: zBoth,
        from: zPlainDate,
        until: zPlainDate.nullable(),
        requirements: z.array(zRequirementLine),
        /** No rule rests on it: people keep it. */
        keptByPeople: z.boolean(),
      }),
    ),
    settings: z.array(
      z.object({
        /** Null: written in the measures themselves, and changed with them alone. */
        id: zId.nullable(),
        /** Null: the whole institution. */
        unit: z.string().nullable(),
        kind: z.enum(SETTING_KINDS),
        /** `10-31`, `7d` or `5w` */
        value: z.string(),
        reason: z.string(),
        from: zPlainDate,
        until: zPlainDate.nullable(),
        version: z.number().int(),
      }),
    ),
  }),
});

export const readTiers = endpoint({
  id: 'policy.tiers',
  method: 'GET',
  path: '/api/policy/tiers',
  gist: 'What the measures in force call each tier of duty-holders, the highest first.',
  may: 'signedIn',
  serves: ['dutyHolder'],
  reply: z.object({ tiers: z.array(z.object({ id: zTier, name: zBoth })) }),
});

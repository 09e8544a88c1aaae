/**
 * What a demo institution is made of, before anything happens in it: the house's own in `institution.ts`, those of other shapes
 * beside their policies, in `policies/examples/<id>/institution.json`. All people are invented.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DELEGATION_SCOPES } from '@zhengyou/domain/access/delegation.ts';
import { OUTCOMES } from '@zhengyou/domain/matter/matter.ts';
import { zTier } from '@zhengyou/domain/policy/vocabulary.ts';
import { COUNTERPARTS, CHANNELS, LEVELS, STANDING_KINDS, STANDING_ROLES } from '@zhengyou/domain/policy/vocabulary.ts';

const zDay = z.iso.date();
const zText = z.string().min(1).max(200);

const zStandingOf = z.strictObject({
  written: zText,
  kind: z.enum(STANDING_KINDS),
  level: z.enum(LEVELS).nullable(),
  role: z.enum(STANDING_ROLES).nullable(),
  body: zText,
  party: z.string().nullable(),
});

export const zDescription = z.strictObject({
  institution: z.strictObject({ name: zText, shortName: zText, help: zText }),
  /** In their official order; the first is the institution itself, the others stand below it or below the one named. */
  units: z
    .array(
      z.strictObject({
        name: zText,
        shortName: zText,
        kind: z.string(),
        tier: zTier,
        parent: zText.optional(),
        /** Day by which the unit wants the first talk of the year, its own setting. */
        firstTalkBy: z.string().optional(),
      }),
    )
    .min(1),
  /** What the house set for itself, without a unit. */
  settings: z.array(z.strictObject({ kind: z.string(), value: zText, reason: zText })).default([]),
  leaders: z.array(
    z.strictObject({
      name: zText,
      unit: zText,
      /** Other than that of the unit. */
      tier: zTier.optional(),
      posts: z.array(z.strictObject({ kind: z.string(), title: zText, charge: zText.nullable() })).min(1),
      since: zDay,
      phone: z.string(),
    }),
  ),
  staff: z.array(
    z.strictObject({
      name: zText,
      login: z.string(),
      unit: zText,
      position: zText,
      role: z.string(),
      grantUnit: zText.nullable(),
    }),
  ),
  /** Who may act in a leader's name; the last day still belongs to it. */
  delegations: z
    .array(
      z.strictObject({
        leader: zText,
        delegate: zText,
        scopes: z.array(z.enum(DELEGATION_SCOPES)).min(1),
        firstOn: zDay,
        lastOn: zDay,
      }),
    )
    .default([]),
  checkers: z.array(zText),
  /** Wordings for replies, blanks in 【】; of one unit, or of the whole house. */
  templates: z
    .array(z.strictObject({ title: zText, text: z.string(), outcome: z.enum(OUTCOMES), unit: zText.nullable() }))
    .default([]),
  representatives: z.array(
    z.strictObject({
      name: zText,
      unit: zText,
      counterpart: z.enum(COUNTERPARTS).optional(),
      affiliations: z.array(z.string()).default([]),
      position: zText.nullable().default(null),
      titles: z.array(zText).default([]),
      birthMonth: z.string().nullable().default(null),
      phone: z.string().nullable().default(null),
      /** Who befriends them; nobody yet when left out. */
      leader: zText.optional(),
      pairedOn: zDay.optional(),
      term: z.strictObject({ from: zDay, until: zDay.nullable(), precision: z.enum(['year', 'month', 'day']) }),
      standings: z.array(zStandingOf).default([]),
    }),
  ),
  talks: z
    .array(
      z.strictObject({ leader: zText, person: zText, on: zDay, channel: z.enum(CHANNELS), words: zText.optional() }),
    )
    .default([]),
});
export type Description = z.output<typeof zDescription>;

const EXAMPLES = new URL('../../../../policies/examples/', import.meta.url);

/** An institution of another shape, with the policy beside it; throws where there is none of that name. */
export async function readExample(id: string): Promise<{ description: Description; policy: URL }> {
  if (!/^[a-z0-9-]{2,60}$/.test(id)) throw new Error(`no such institution: ${id}`);
  const folder = new URL(`${id}/`, EXAMPLES);
  const text = await readFile(new URL('institution.json', folder), 'utf8');
  return { description: zDescription.parse(JSON.parse(text)), policy: new URL('policy.yaml', folder) };
}

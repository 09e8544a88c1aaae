/** Who may act in a leader's name: giving, confirming, taking back, and what was done under it. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import {
  DELEGATION_ACTIONS,
  DELEGATION_CANS,
  DELEGATION_KINDS,
  DELEGATION_SCOPES,
  DELEGATION_STANDINGS,
} from './delegation.ts';

const zNamed = z.object({ id: zId, name: z.string() });
const zScopes = z.array(z.enum(DELEGATION_SCOPES)).max(DELEGATION_SCOPES.length);

export const zDelegation = z.object({
  id: zId,
  version: z.number().int(),
  kind: z.enum(DELEGATION_KINDS),
  leader: zNamed,
  delegate: zNamed,
  scopes: zScopes,
  firstOn: zPlainDate,
  /** Still belongs to it. */
  lastOn: zPlainDate,
  standing: z.enum(DELEGATION_STANDINGS),
  steps: z.array(z.object({ action: z.enum(DELEGATION_ACTIONS), name: z.string(), at: z.string() })),
  can: z.array(z.enum(DELEGATION_CANS)),
});
export type ShownDelegation = z.output<typeof zDelegation>;

const params = z.strictObject({ delegationId: zId });
const version = z.number().int().min(1);
const changes = ['delegation.list', 'delegation.listActs', 'helping.read', 'interaction.readLogDefaults'];

export const listDelegations = endpoint({
  id: 'delegation.list',
  method: 'GET',
  path: '/api/delegations',
  gist: 'Who may act for whom, as far as one takes part in it; the office sees all. What is in force or waits comes first.',
  may: ['leader', 'secretary', 'office'],
  serves: ['role'],
  query: z.strictObject({
    /** `open`: in force, ahead, or waiting for the leader. */
    show: z.enum(['open', 'all']).default('open'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  reply: z.object({ today: zPlainDate, items: z.array(zDelegation), total: z.number().int() }),
});

const zHelper = z.object({ id: zId, name: z.string(), what: z.string() });

export const listHelpers = endpoint({
  id: 'delegation.listHelpers',
  method: 'GET',
  path: '/api/delegations/helpers',
  gist: 'Who may be asked: the secretaries on the list, and for standing in during leave the leaders in post.',
  may: ['leader', 'office'],
  reply: z.object({ secretaries: z.array(zHelper), leaders: z.array(zHelper) }),
});

export const giveDelegation = endpoint({
  id: 'delegation.give',
  method: 'POST',
  path: '/api/delegations',
  gist: 'A leader lets somebody act in their name; entered by the office, it waits for the leader’s one tap.',
  may: ['leader', 'office'],
  serves: ['role'],
  body: z.strictObject({
    /** Whose name; one’s own when left out. */
    leaderId: zId.optional(),
    delegateId: zId,
    kind: z.enum(DELEGATION_KINDS),
    scopes: zScopes,
    firstOn: zPlainDate,
    lastOn: zPlainDate,
  }),
  reply: zDelegation,
  changes,
});

export const answerDelegation = endpoint({
  id: 'delegation.answer',
  method: 'POST',
  path: '/api/delegations/:delegationId/answer',
  gist: 'The leader confirms what the office entered on their word, or does not.',
  may: ['leader'],
  serves: ['role'],
  params,
  body: z.strictObject({ accept: z.boolean(), version }),
  reply: zDelegation,
  changes,
});

export const endDelegation = endpoint({
  id: 'delegation.end',
  method: 'POST',
  path: '/api/delegations/:delegationId/end',
  gist: 'Take it back at once, or lay it down.',
  may: ['leader', 'secretary', 'office'],
  serves: ['role'],
  params,
  body: z.strictObject({ version }),
  reply: zDelegation,
  changes,
});

export const listActs = endpoint({
  id: 'delegation.listActs',
  method: 'GET',
  path: '/api/delegations/acts',
  gist: 'What others did in my name, the last first.',
  may: ['leader'],
  serves: ['role'],
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({
    items: z.array(
      z.object({
        at: z.string(),
        /** Who did it. */
        name: z.string(),
        action: z.string(),
        subjectKind: z.string(),
        /** The day that the record is about, where it has one. */
        on: zPlainDate.nullable(),
      }),
    ),
  }),
});

export const listSecretary = endpoint({
  id: 'access.listSecretary',
  method: 'POST',
  path: '/api/people/:personId/secretary',
  gist: 'The office lists somebody as a secretary, or no longer. Without a delegation a secretary reaches nobody.',
  may: ['office'],
  serves: ['role'],
  params: z.strictObject({ personId: zId }),
  body: z.strictObject({ listed: z.boolean() }),
  reply: z.object({ listed: z.boolean() }),
  changes: ['delegation.listHelpers', 'access.readSecretary'],
});

export const readSecretary = endpoint({
  id: 'access.readSecretary',
  method: 'GET',
  path: '/api/people/:personId/secretary',
  gist: 'Whether somebody is listed as a secretary.',
  may: ['office'],
  params: z.strictObject({ personId: zId }),
  reply: z.object({ listed: z.boolean() }),
});

/** For whoever is lent a leader's name: whom they help, how the weeks look there, and what they wrote. */
import { z } from 'zod';
import { DELEGATION_KINDS, DELEGATION_SCOPES, DELEGATION_STANDINGS } from '../access/delegation.ts';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { CHANNELS } from '../policy/vocabulary.ts';
import { zTalkRequest } from './talk-request.contract.ts';
import { zYearRow } from './year.contract.ts';

export const readHelping = endpoint({
  id: 'helping.read',
  method: 'GET',
  path: '/api/helping',
  gist: 'The leaders in whose name one acts today, with their friends and due states, open requests and own entries, as far as each lent it.',
  may: ['secretary', 'leader'],
  serves: ['role'],
  auditedRead: true,
  reply: z.object({
    asOf: zPlainDate,
    /** In force today. */
    helps: z.array(
      z.object({
        delegationId: zId,
        kind: z.enum(DELEGATION_KINDS),
        scopes: z.array(z.enum(DELEGATION_SCOPES)),
        lastOn: zPlainDate,
        leader: z.object({ id: zId, name: z.string(), titles: z.array(z.string()) }),
        /** Those that press first; empty where friends are not lent. */
        rows: z.array(zYearRow),
        /** Open ones, without what they are about; empty where arranging is not lent. */
        requests: z.array(zTalkRequest),
        /** What one wrote for this leader and they have not confirmed. */
        written: z.array(
          z.object({
            id: zId,
            on: zPlainDate,
            channel: z.enum(CHANNELS),
            people: z.array(z.string()),
            cameAbout: z.boolean(),
          }),
        ),
      }),
    ),
    /** Not in force: still to come, or ended within the last month. */
    others: z.array(
      z.object({
        delegationId: zId,
        leader: z.object({ id: zId, name: z.string() }),
        standing: z.enum(DELEGATION_STANDINGS),
        firstOn: zPlainDate,
        lastOn: zPlainDate,
      }),
    ),
  }),
});

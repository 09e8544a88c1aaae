/** How every step on a line is asked for: at one version, answered by the next. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { MATTER_STATUSES } from './matter.ts';
import { zCount, zMatterParams } from './matter.shapes.ts';

/** Every answer that a step on a line changes. */
export const changesMatters = [
  'matter.list',
  'matter.read',
  'matter.listDesk',
  'matter.listPromises',
  'matter.listAskAgain',
  'matter.listSimilar',
];
export const zStepped = z.object({ id: zId, version: zCount, status: z.enum(MATTER_STATUSES) });

export const step = <B extends z.ZodType>(
  verb: string,
  path: string,
  gist: string,
  may: 'signedIn' | readonly ('representative' | 'leader' | 'office' | 'unitOfficer' | 'handler')[],
  body: B,
) =>
  endpoint({
    id: `matter.${verb}`,
    method: 'POST' as const,
    path: `/api/matters/:matterId/${path}`,
    gist,
    may,
    serves: verb === 'report' ? ['reporting'] : ['reply'],
    versioned: true as const,
    params: zMatterParams,
    body,
    reply: zStepped,
    changes: changesMatters,
  });

export const KEEPERS = ['office', 'unitOfficer'] as const;
export const WORKERS = ['handler', 'office', 'unitOfficer'] as const;

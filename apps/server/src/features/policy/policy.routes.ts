import { readPolicy as readPolicyEndpoint, readTiers } from '@zhengyou/domain/policy/policy.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { getPolicyInForce } from './policy.door.ts';
import { readPolicy } from './read-policy.ts';

export const policyRoutes: Route[] = [
  route(readPolicyEndpoint, (context) => readPolicy(context)),
  route(readTiers, async ({ db, institutionId, today }) => ({
    tiers: (await getPolicyInForce(db, institutionId, today)).tiers,
  })),
];

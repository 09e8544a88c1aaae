import { readPolicy as readPolicyEndpoint } from '@zhengyou/domain/policy/policy.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { readPolicy } from './read-policy.ts';

export const policyRoutes: Route[] = [route(readPolicyEndpoint, (context) => readPolicy(context))];

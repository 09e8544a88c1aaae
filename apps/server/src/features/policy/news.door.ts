import type { PolicyTrial } from '@zhengyou/domain/policy/policy-effects.ts';
import { news } from '../../edge/news.ts';

/** Another policy is being tried: each room judges its own facts under both and adds what would change. Nothing is written. */
export const policyTried = news<PolicyTrial>('policy.tried');

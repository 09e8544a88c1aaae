/** The shape of a policy file for editors, which then complete and check while one writes: JSON Schema 2020-12. */
import { z } from 'zod';
import { zPolicyFile } from './policy.ts';

export const policySchema = (): Record<string, unknown> => ({
  title: 'Zhengyou policy file',
  ...z.toJSONSchema(zPolicyFile, { io: 'input', target: 'draft-2020-12', reused: 'ref' }),
});

/** The shipped measures, read from their file, for tests that begin with their clause. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parsePolicy, type Policy } from './policy.ts';

const file = new URL('../../../../policies/som-2018/policy.yaml', import.meta.url);

export function shippedPolicy(): Policy {
  const parsed = parsePolicy(parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.policy;
}

/** Loads the measures that an institution starts with: the reviewed file, checked, then put in force. */
import { readFile } from 'node:fs/promises';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { Policy } from '@zhengyou/domain/policy/policy.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { sha256 } from './draft.ts';
import { readPolicyText } from './read-policy-file.ts';
import { insertVersion } from './version.queries.ts';

export const SHIPPED = new URL('../../../../../policies/som-2018/policy.yaml', import.meta.url);

/** The text of a policy file and what it says. Throws with the file, the line and what to do where it cannot be put in force. */
export async function readFirstPolicy(file: URL): Promise<{ readonly text: string; readonly policy: Policy }> {
  const text = await readFile(file, 'utf8');
  const reading = readPolicyText(text);
  if (reading.ok) return { text, policy: reading.policy };
  const [first] = reading.problems;
  const told = first ? `${say(first.message, 'zh')} ${say(first.message, 'en')}` : '';
  throw new Error(`${file.pathname}:${first?.line ?? 1}: ${told}`);
}

/** Of an institution of which nothing is there yet; another file than the shipped one for an institution of another shape. */
export async function loadFirstPolicy(db: Db, institutionId: Id, file: URL = SHIPPED): Promise<Policy> {
  const { text, policy } = await readFirstPolicy(file);
  await insertVersion(db, institutionId, {
    policyId: newId(),
    number: 1,
    policy,
    startsOn: policy.from,
    text,
    sha256: sha256(text),
    draftId: null,
    at: new Date(),
  });
  return policy;
}

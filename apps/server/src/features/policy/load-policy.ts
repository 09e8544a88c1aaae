/** Loads the measures that an institution starts with: the reviewed file, checked, then put in force. */
import { readFile } from 'node:fs/promises';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';
import { sha256 } from './draft.ts';
import { readPolicyText } from './read-policy-file.ts';
import { insertVersion } from './version.queries.ts';

const SHIPPED = new URL('../../../../../policies/som-2018/policy.yaml', import.meta.url);

/** Of an institution of which nothing is there yet; another file than the shipped one for an institution of another shape. */
export async function loadShippedPolicy(db: Db, institutionId: Id, file: URL = SHIPPED): Promise<void> {
  const text = await readFile(file, 'utf8');
  const reading = readPolicyText(text);
  if (!reading.ok) {
    const [first] = reading.problems;
    throw new Error(`${file.pathname}:${first?.line ?? 1}: ${first ? say(first.message, 'en') : ''}`);
  }
  const { policy } = reading;
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
}

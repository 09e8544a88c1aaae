/** Loads the measures that an institution starts with: the reviewed file, checked, then put in force. */
import { readFile } from 'node:fs/promises';
import { parsePolicy } from '@zhengyou/domain/policy/policy.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parse } from 'yaml';
import type { Db } from '../../store/database.ts';
import { newId } from '../../store/new-id.ts';

const SHIPPED = new URL('../../../../../policies/som-2018/policy.yaml', import.meta.url);

export async function loadShippedPolicy(db: Db, institutionId: Id): Promise<void> {
  const text = await readFile(SHIPPED, 'utf8');
  const result = parsePolicy(parse(text, { maxAliasCount: 0, uniqueKeys: true }));
  if (!result.ok) throw new Error(`policies/som-2018/policy.yaml: ${JSON.stringify(result.problems)}`);
  const { policy } = result;
  await db
    .insertInto('policy_version')
    .values({
      institution_id: institutionId,
      policy_id: newId(),
      key: policy.id,
      version: 1,
      starts_on: policy.from,
      ends_on: policy.until,
      body: JSON.stringify(policy),
    })
    .execute();
}

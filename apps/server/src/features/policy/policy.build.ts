/** Edited files of the shipped measures, as an office would write them. */
import { readFileSync } from 'node:fs';
import * as drafts from '@zhengyou/domain/policy/policy-draft.contract.ts';
import type { Caller } from '../../../../../tests/support/server.ts';

export const SHIPPED = readFileSync(new URL('../../../../../policies/som-2018/policy.yaml', import.meta.url), 'utf8');

export const edited = (from: string, to: string, text = SHIPPED): string => {
  if (!text.includes(from)) throw new Error(`the file does not say: ${from}`);
  return text.replace(from, to);
};

/** Leaders of units befriend three instead of two, from the day on which the version begins. */
export const THREE_EACH = edited(
  '  - id: quota-unit\n',
  '  # 2026 年秋修订。\n  - id: quota-unit\n',
  SHIPPED.replace(/(- id: quota-unit[\s\S]*?min: )2/, '$13'),
);

export async function handIn(caller: Caller, text: string) {
  return caller.call(drafts.uploadPolicyDraft, { query: { fileName: 'policy.yaml' }, bytes: Buffer.from(text) });
}

/** Handed in and submitted by `caller`; the id and version of the draft that waits. */
export async function submitted(caller: Caller, text: string, startsOn = '2026-12-01') {
  const { id, version } = await handIn(caller, text);
  const done = await caller.call(drafts.submitPolicyDraft, {
    params: { draftId: id },
    ifMatch: version,
    body: { startsOn },
  });
  return { id, version: done.version };
}

import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { policyRefusals } from '@zhengyou/domain/policy/policy.refusals.ts';
import { stringify } from 'yaml';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import type { Download } from '../../edge/route.ts';
import { newId } from '../../store/new-id.ts';
import { getDraft, sha256, stale } from './draft.ts';
import { insertDraft, stepDraft } from './draft.queries.ts';
import { decode } from './read-policy-file.ts';
import { findVersionText } from './version.queries.ts';

/** A file is kept whatever it says, so that it can be mended here; what is no text at all cannot be. */
export async function uploadDraft(context: Context, bytes: Buffer, given: string) {
  const text = decode(bytes);
  if (text === undefined) throw new Refused(policyRefusals.noText());
  const fileName =
    given
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 100) || 'policy.yaml';
  return keep(context, 'upload', fileName, text);
}

export async function copyVersion(context: Context, policyId: Id) {
  const found = await findVersionText(context.db, context.institutionId, policyId);
  if (!found) throw new Refused(edgeRefusals.notFound());
  return keep(context, 'copy', `${found.key}.yaml`, textOf(found));
}

async function keep(context: Context, action: 'upload' | 'copy', fileName: string, text: string) {
  const { db, institutionId, actor, now } = context;
  const id = newId(now.getTime());
  const draft = { id, fileName, text, sha256: sha256(text) };
  await insertDraft(db, institutionId, draft, { action, sha256: draft.sha256, actorId: actor.personId, at: now });
  await context.audit({ action, subjectKind: 'policyDraft', subjectId: id, detail: { sha256: draft.sha256 } });
  return { id, version: 1 };
}

export async function editDraft(context: Context, draftId: Id, text: string) {
  const { db, institutionId, actor, now } = context;
  const draft = await getDraft(context, draftId);
  if (draft.status !== 'open') throw new Refused(policyRefusals.notOpen());
  const hash = sha256(text);
  const was = { version: context.ifMatch, status: 'open' } as const;
  const step = { action: 'edit', sha256: hash, actorId: actor.personId, at: now } as const;
  const version = await stepDraft(db, institutionId, draftId, was, { text, sha256: hash }, step);
  if (version === undefined) throw stale(draft.version);
  await context.audit({ action: 'edit', subjectKind: 'policyDraft', subjectId: draftId, detail: { sha256: hash } });
  return { version };
}

export async function downloadVersion(context: Context, policyId: Id): Promise<Download> {
  const found = await findVersionText(context.db, context.institutionId, policyId);
  if (!found) throw new Refused(edgeRefusals.notFound());
  const fileName = `${found.key}-${found.version}.yaml`;
  return { fileName, type: 'application/yaml; charset=utf-8', bytes: Buffer.from(textOf(found)) };
}

/** What was loaded before files were kept is written anew from what it said. */
const textOf = (found: { readonly text: string | null; readonly body: unknown }): string =>
  found.text ?? stringify(found.body, { lineWidth: 0 });

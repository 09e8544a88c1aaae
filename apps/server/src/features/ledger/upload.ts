import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import type { Download } from '../../edge/route.ts';
import { newId } from '../../store/new-id.ts';
import { clearStale, insertRun } from './import-runs.queries.ts';
import { startReading } from './reading-jobs.ts';

const SAMPLE = fileURLToPath(new URL('../../../seeds/demo/ledger-2026.xlsx', import.meta.url));
const SAMPLE_NAME = 'ledger-2026.xlsx';

/** A dry run that nobody came back to for so long is put away. */
const LIES_MS = 7 * 86_400_000;

/** Takes the file in and begins to read it once the run is committed. */
export async function upload(context: Context, bytes: Buffer, fileName: string) {
  const id = newId(context.now.getTime());
  const name =
    fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 100) || '—';
  await clearStale(context.db, context.institutionId, new Date(context.now.getTime() - LIES_MS));
  await insertRun(context.db, {
    institutionId: context.institutionId,
    id,
    fileName: name,
    bytes: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
    startedBy: context.actor.personId,
    now: context.now,
  });
  await context.audit({ action: 'upload', subjectKind: 'import', subjectId: id, detail: { bytes: bytes.length } });
  context.afterCommit(() => startReading(context, id, bytes, name));
  return { id, version: 1 };
}

const onlyInDemo = (context: Context) => {
  if (!context.outside.demo) throw new Refused(edgeRefusals.notFound());
};

export async function uploadSample(context: Context) {
  onlyInDemo(context);
  return upload(context, await readFile(SAMPLE), SAMPLE_NAME);
}

export async function downloadSample(context: Context): Promise<Download> {
  onlyInDemo(context);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName: SAMPLE_NAME, type, bytes: await readFile(SAMPLE) };
}

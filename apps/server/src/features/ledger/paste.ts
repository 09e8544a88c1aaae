import { createHash } from 'node:crypto';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { importRefusals } from '@zhengyou/domain/ledger/import.refusals.ts';
import { PASTE_MOST_CELLS, PASTE_MOST_ROWS, readPaste } from '@zhengyou/domain/ledger/paste.ts';
import { squeeze } from '@zhengyou/domain/person/name-text.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { listUnits } from '../unit/unit.door.ts';
import { changeRun, insertRun } from './import-runs.queries.ts';
import { proposedPairedFrom } from './paired-from.ts';

const NAME = '粘贴的内容';

/** What was pasted becomes a run that has been read: the dry run, the questions, the writing and the undoing are those of every ledger. */
export async function paste(context: Context, bytes: Buffer) {
  const { db, institutionId, actor, now, today } = context;
  const text = bytes.toString('utf8');
  // Counted before anything is made of it.
  const rows = text.split('\n').length;
  const cells = rows + text.split('\t').length;
  if (cells > PASTE_MOST_CELLS || rows > PASTE_MOST_ROWS)
    throw new Refused(importRefusals.pasteTooBig({ cells: PASTE_MOST_CELLS, rows: PASTE_MOST_ROWS }));
  if (text.trim() === '') throw new Refused(importRefusals.pasteEmpty());
  const units = await listUnits(db, institutionId);
  const known = new Set(units.flatMap((unit) => [squeeze(unit.name), squeeze(unit.shortName)]));
  const { sheet, mapping } = readPaste(text, known);

  const id = newId(now.getTime());
  const hash = createHash('sha256').update(bytes).digest('hex');
  await insertRun(db, { institutionId, id, fileName: NAME, bytes: bytes.length, hash, startedBy: actor.personId, now });
  const version = await changeRun(db, institutionId, id, ['reading'], {
    status: 'read',
    progress: {},
    sheets: [sheet],
    mapping: { sheets: [mapping] },
    paired_from: proposedPairedFrom([sheet], today),
  });
  await context.audit({ action: 'paste', subjectKind: 'import', subjectId: id, detail: { bytes: bytes.length, rows } });
  return { id, version: version ?? 1 };
}

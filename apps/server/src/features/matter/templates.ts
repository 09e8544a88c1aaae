/** Wordings for replies: of one department, or of the whole house. */
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/matter/desk.contract.ts';
import { MATTER_REFUSALS } from '@zhengyou/domain/matter/matter.refusals.ts';
import type { Outcome } from '@zhengyou/domain/matter/matter.ts';
import { blanksOf } from '@zhengyou/domain/matter/reply-text.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { newId } from '../../store/new-id.ts';
import { listUnitRefs, type Units } from './matter.reads.ts';
import { deleteTemplate, insertTemplate, updateTemplate } from './templates.queries.ts';
import { findTemplate, listTemplateRows, type TemplateRow } from './templates.reads.ts';

/** A department keeps its own; those of the whole house are the office’s. */
const keepsFor = ({ actor, reach }: Context, unit: Id | null): boolean =>
  actor.keeps || (unit !== null && (reach.desks.includes(unit) || reach.units.includes(unit)));

const shown = (context: Context, row: TemplateRow, units: Units) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  text: row.text,
  blanks: blanksOf(row.text),
  outcome: row.outcome as Outcome | null,
  unit: row.unitId === null ? null : (units.get(row.unitId) ?? null),
  can: keepsFor(context, row.unitId) ? (['change', 'remove'] as const).slice() : [],
});

export async function listTemplates(context: Context) {
  const { db, institutionId, reach } = context;
  const units = await listUnitRefs(db, institutionId);
  const rows = await listTemplateRows(db, institutionId, reach);
  return { items: rows.map((row) => shown(context, row, units)), can: ['make' as const] };
}

type Body = BodyOf<typeof contract.makeTemplate>;

/** A handler who names no department means their own. */
function unitFor(context: Context, { unitId }: Body): Id | null {
  const unit = unitId ?? (context.actor.keeps ? null : (context.reach.desks[0] ?? context.reach.units[0] ?? null));
  if (!keepsFor(context, unit)) throw new Refused(MATTER_REFUSALS.notYours());
  return unit;
}

export async function makeTemplate(context: Context, body: Body) {
  const { db, institutionId } = context;
  const unitId = unitFor(context, body);
  const units = await listUnitRefs(db, institutionId);
  if (unitId !== null && !units.has(unitId))
    throw new Refused(MATTER_REFUSALS.unknownDesk(undefined, { field: 'unitId' }));
  const row: TemplateRow = {
    id: newId(),
    version: 1,
    title: body.title,
    text: body.text,
    outcome: body.outcome,
    unitId,
  };
  await insertTemplate(db, institutionId, row);
  await context.audit({ action: 'make', subjectKind: 'replyTemplate', subjectId: row.id });
  return shown(context, row, units);
}

async function getTemplate(context: Context, id: Id): Promise<TemplateRow> {
  const { db, institutionId, reach, ifMatch } = context;
  const row = await findTemplate(db, institutionId, reach, id);
  if (!row) throw new Refused(edgeRefusals.notFound());
  if (!keepsFor(context, row.unitId)) throw new Refused(MATTER_REFUSALS.notYours());
  if (row.version !== ifMatch) throw new Refused(edgeRefusals.stale(undefined, { extra: { current: row } }));
  return row;
}

export async function changeTemplate(context: Context, id: Id, body: Body) {
  const { db, institutionId } = context;
  const row = await getTemplate(context, id);
  const unitId = unitFor(context, body);
  const units = await listUnitRefs(db, institutionId);
  if (unitId !== null && !units.has(unitId))
    throw new Refused(MATTER_REFUSALS.unknownDesk(undefined, { field: 'unitId' }));
  const next = { ...row, title: body.title, text: body.text, outcome: body.outcome, unitId, version: row.version + 1 };
  if (!(await updateTemplate(db, institutionId, row.version, next))) throw new Refused(edgeRefusals.stale());
  await context.audit({ action: 'change', subjectKind: 'replyTemplate', subjectId: id });
  return shown(context, next, units);
}

export async function removeTemplate(context: Context, id: Id) {
  const row = await getTemplate(context, id);
  await deleteTemplate(context.db, context.institutionId, id, row.version);
  await context.audit({ action: 'remove', subjectKind: 'replyTemplate', subjectId: id });
  return {};
}

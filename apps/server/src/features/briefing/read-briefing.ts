/** Briefings as each reader sees them. */
import { attributionOf, paperOf, sayIssue } from '@zhengyou/domain/briefing/briefing-paper.ts';
import { foldBriefing, keeperCans } from '@zhengyou/domain/briefing/briefing.ts';
import type { Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import type { BriefingHead } from '@zhengyou/domain/briefing/briefing-list.contract.ts';
import { SMALLEST_GROUP } from '@zhengyou/domain/briefing/naming-guard.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Context } from '../../edge/context.ts';
import type { Download } from '../../edge/route.ts';
import { writeWord } from '../../outside/word.ts';
import {
  findInstitutionName,
  listBriefingRows,
  listInstructionRows,
  listItems,
  listRecipientRows,
  listSourceHeads,
  listStepRows,
  listTeam,
  type BriefingRow,
  type HeadRow,
} from './briefing.reads.ts';
import { sourcesOf, warningsOf } from './guard.ts';
import { openBriefing, readerOf } from './open-briefing.ts';

const numberOf = (row: BriefingRow) =>
  row.year === null || row.ordinal === null ? null : sayIssue(row.year, row.ordinal);

const headOf = (context: Context, row: HeadRow): BriefingHead => ({
  id: row.id,
  version: row.version,
  status: row.status,
  title: row.title,
  number: numberOf(row),
  issuedOn: row.issuedOn,
  changedOn: row.changedOn,
  items: row.items,
  readers:
    (context.actor.keeps || context.reach.whole) && row.status === 'issued'
      ? { read: row.read, of: row.recipientIds.length }
      : null,
  mine: row.recipientIds.includes(context.actor.personId),
  readOn: row.readOn,
  instructions: row.instructions,
});

export async function listBriefings(context: Context, page: { readonly offset: number; readonly limit: number }) {
  const { items, total, unread } = await listBriefingRows(context.db, context.institutionId, readerOf(context), page);
  return {
    items: items.map((row) => headOf(context, row)),
    total,
    unread,
    can: context.actor.keeps ? ['draft' as const] : [],
  };
}

export async function readBriefing(context: Context, id: Id): Promise<Briefing> {
  const { db, institutionId, actor, reach } = context;
  const reader = readerOf(context);
  const row = await openBriefing(context, id);
  const items = await listItems(db, institutionId, reader, id);
  const recipients = await listRecipientRows(db, institutionId, reader, id);
  const instructionList = await listInstructionRows(db, institutionId, reader, id);
  const steps = actor.keeps ? await listStepRows(db, institutionId, id) : [];
  const open = actor.keeps && row.status !== 'issued';
  const warnings = open
    ? await warningsOf(
        context,
        row,
        items,
        await sourcesOf(
          context,
          items.map((item) => item.matterId),
        ),
      )
    : [];
  const mine = recipients.find((one) => one.id === actor.personId);
  const issued = row.status === 'issued';
  const head = headOf(context, {
    ...row,
    items: items.length,
    read: recipients.filter((one) => one.readOn !== null).length,
    readOn: mine?.readOn ?? null,
    instructions: instructionList.length,
  });
  await context.audit({ action: 'read', subjectKind: 'briefing', subjectId: id });
  return {
    ...head,
    opening: row.opening,
    closing: row.closing,
    itemList: items.map((item) => ({ ...item, attribution: attributionOf(item) })),
    paper: await paperFor(context, row, items),
    warnings,
    smallestGroup: SMALLEST_GROUP,
    steps: steps.map(({ ordinal, action, actorName, on, words }) => ({ ordinal, action, by: actorName, on, words })),
    recipients: actor.keeps || reach.whole ? recipients : [],
    instructionList,
    can: [
      ...(actor.keeps ? keeperCans(foldBriefing(steps), actor.personId) : []),
      ...(issued && mine && mine.readOn === null ? (['markRead'] as const) : []),
      ...(issued && mine ? (['instruct'] as const) : []),
      ...(issued && actor.keeps ? (['record', 'passOn'] as const) : []),
      'download' as const,
    ],
  };
}

type Items = Awaited<ReturnType<typeof listItems>>;

async function paperFor(context: Context, row: BriefingRow, items: Items) {
  const institution = await findInstitutionName(context.db, context.institutionId);
  return paperOf({ ...row, items, institution });
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function downloadBriefing(context: Context, id: Id): Promise<Download> {
  const row = await openBriefing(context, id);
  const items = await listItems(context.db, context.institutionId, readerOf(context), id);
  const paper = await paperFor(context, row, items);
  await context.audit({ action: 'download', subjectKind: 'briefing', subjectId: id });
  const fileName = `${paper.head.name}${paper.head.number}.docx`;
  return { fileName, type: WORD, bytes: await writeWord(paper) };
}

export const listSources = (context: Context, limit: number) =>
  listSourceHeads(context.db, context.institutionId, context.reach, limit);

export async function listRecipients(context: Context) {
  const items = await listTeam(context.db, context.institutionId, context.today);
  return { items, total: items.length };
}

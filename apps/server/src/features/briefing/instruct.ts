/** The recipients’ part: having read it, and what they instruct; and how the office passes an instruction on. */
import { sayIssue } from '@zhengyou/domain/briefing/briefing-paper.ts';
import type * as contract from '@zhengyou/domain/briefing/briefing.contract.ts';
import { briefingRefusals } from '@zhengyou/domain/briefing/briefing.refusals.ts';
import { INSTRUCTED } from '@zhengyou/domain/briefing/briefing.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { noteInstruction } from '../matter/reporting.door.ts';
import { insertInstruction, markPassed, markRead } from './briefing.queries.ts';
import { listInstructionRows, listItems, listRecipientRows } from './briefing.reads.ts';
import { briefingInstructed } from './news.door.ts';
import { openBriefing, readerOf } from './open-briefing.ts';

/** The recipient as they stand on the briefing; refuses whoever does not. */
async function recipientOf(context: Context, id: Id, personId: Id) {
  const recipients = await listRecipientRows(context.db, context.institutionId, readerOf(context), id);
  const found = recipients.find((one) => one.id === personId);
  if (!found) throw new Refused(briefingRefusals.notARecipient());
  return found;
}

export async function markBriefingRead(context: Context, id: Id) {
  const { db, institutionId, actor, today } = context;
  await openBriefing(context, id);
  const { readOn } = await recipientOf(context, id, actor.personId);
  await markRead(db, institutionId, id, actor.personId, today);
  await context.audit({ action: 'markRead', subjectKind: 'briefing', subjectId: id });
  return { readOn: readOn ?? today };
}

export async function instruct(context: Context, id: Id, body: BodyOf<typeof contract.instructOnBriefing>) {
  const { db, institutionId, actor, today } = context;
  await openBriefing(context, id);
  const personId = body.personId ?? actor.personId;
  if (personId !== actor.personId && !actor.keeps) throw new Refused(briefingRefusals.notARecipient());
  const person = await recipientOf(context, id, personId);
  const items = await listItems(db, institutionId, readerOf(context), id);
  const of = [...new Set(body.items)].filter((one) => items.some((item) => item.ordinal === one)).sort((a, b) => a - b);
  const one = {
    id: newId(),
    person: { id: person.id, name: person.name },
    words: body.words,
    items: of,
    on: today,
    at: context.now,
    recordedAs: personId === actor.personId ? null : actor.name,
  };
  await insertInstruction(db, institutionId, id, one);
  // Whoever instructs on it has read it.
  await markRead(db, institutionId, id, personId, today);
  await context.audit({ action: 'instruct', subjectKind: 'briefing', subjectId: id, detail: { instruction: one.id } });
  await context.tell(briefingInstructed, { briefingId: id, instructionId: one.id, personId });
  return { ...one, passed: null };
}

export async function passOnInstruction(
  context: Context,
  { briefingId, instructionId }: { readonly briefingId: Id; readonly instructionId: Id },
  body: BodyOf<typeof contract.passOnInstruction>,
) {
  const { db, institutionId, actor, today } = context;
  const row = await openBriefing(context, briefingId);
  const reader = readerOf(context);
  const found = (await listInstructionRows(db, institutionId, reader, briefingId)).find(
    (one) => one.id === instructionId,
  );
  if (!found) throw new Refused(briefingRefusals.unknownInstruction());
  if (found.passed) throw new Refused(briefingRefusals.passedAlready());
  const items = await listItems(db, institutionId, reader, briefingId);
  const ids = [...new Set(body.matterIds)];
  if (ids.some((id) => items.every((item) => item.matterId !== id))) throw new Refused(briefingRefusals.notOfThis());
  const issue = row.year !== null && row.ordinal !== null ? sayIssue(row.year, row.ordinal) : '';
  const words = say(INSTRUCTED, 'zh', { issue, leader: found.person.name, words: found.words });
  const noted = await noteInstruction(context, ids, words);
  const numbers = items.flatMap((item) =>
    item.matterId !== null && noted.includes(item.matterId) ? (item.matterNumber ?? []) : [],
  );
  const passed = { on: today, by: actor.name, numbers };
  if (noted.length === 0) throw new Refused(briefingRefusals.unknownMatter());
  if (!(await markPassed(db, institutionId, instructionId, passed)))
    throw new Refused(briefingRefusals.passedAlready());
  await context.audit({
    action: 'passOn',
    subjectKind: 'briefing',
    subjectId: briefingId,
    detail: { instruction: instructionId, matters: numbers.join(' ') },
  });
  return { ...found, passed };
}

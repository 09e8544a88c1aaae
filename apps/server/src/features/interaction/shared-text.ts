/** Either side's part in the shared text. The record is held while one acts, so that two hands do not cross. */
import { answerByOf } from '@zhengyou/domain/interaction/correction-day.ts';
import type * as contract from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { TEXT_LIMIT } from '@zhengyou/domain/interaction/log-rules.ts';
import { LOG_REFUSALS } from '@zhengyou/domain/interaction/log-rules.words.ts';
import { sharedTextOf, textCans, type SharedText, type TalkCan } from '@zhengyou/domain/interaction/shared-text.ts';
import { sharedTextRefusals } from '@zhengyou/domain/interaction/shared-text.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { workdaysOf } from '../calendar/calendar.door.ts';
import { findRecord, listUnconfirmedOf, type RecordRow } from './interaction.reads.ts';
import { renewMarks } from './marks.queries.ts';
import { correctionAnswered, correctionAsked, recordsConfirmed } from './news.door.ts';
import { appendStep, confirmRecords, writeText, type NewStep } from './shared-text.queries.ts';
import { listSteps } from './shared-text.reads.ts';
import { sideOf, talkOf, talksOf } from './talk-shown.ts';

type Held = { readonly record: RecordRow; readonly text: SharedText; readonly can: readonly TalkCan[] };

async function hold(context: Context, id: Id): Promise<Held> {
  const { db, institutionId, reach } = context;
  const record = await findRecord(db, institutionId, reach, id, { lock: mayLock(context) });
  if (!record) throw new Refused(edgeRefusals.notFound());
  const text = sharedTextOf(await listSteps(db, institutionId, reach, [id]));
  return { record, text, can: textCans(text, sideOf(context, record)) };
}

/** Holding a row asks the right to change it, which a representative does not have; their steps are held apart by their numbers. */
const mayLock = ({ actor }: Context): boolean =>
  actor.keeps || actor.reach.units.length > 0 || actor.roles.includes('leader');

const said = (words: string): string => {
  const text = words.trim();
  if (text === '') throw new Refused(sharedTextRefusals.nothingSaid(undefined, { field: 'words' }));
  const { length } = [...text];
  if (length > TEXT_LIMIT)
    throw new Refused(LOG_REFUSALS.textTooLong({ limit: TEXT_LIMIT, length }, { field: 'words' }));
  return text;
};

async function append(context: Context, { record }: Held, step: Omit<NewStep, 'actor' | 'at'>) {
  const { actor, db, institutionId, now } = context;
  await appendStep(db, institutionId, record, { ...step, actor: { id: actor.personId, name: actor.name }, at: now });
  await context.audit({
    action: step.action,
    subjectKind: 'interaction',
    subjectId: record.id,
    people: [record.leaderId, ...record.people],
  });
}

/** Whatever a step changed of the text can be found, and what it took away no longer. */
const mark = (context: Context, { record }: Held) => renewMarks(context.db, context.institutionId, record);

async function shown(context: Context, id: Id) {
  const record = await findRecord(context.db, context.institutionId, context.reach, id);
  if (!record) throw new Refused(edgeRefusals.notFound());
  return talkOf(context, record);
}

const asOther = (held: Held, context: Context) => {
  if (!sideOf(context, held.record).wasThere) throw new Refused(sharedTextRefusals.notThere());
};
const asWriter = (held: Held, context: Context) => {
  if (!sideOf(context, held.record).writes) throw new Refused(sharedTextRefusals.notYours());
};
const stale = async (context: Context, record: RecordRow) =>
  new Refused(edgeRefusals.stale(undefined, { extra: { current: await talkOf(context, record) } }));

export async function confirmText(context: Context, id: Id, version: number) {
  const held = await hold(context, id);
  asOther(held, context);
  if (held.record.version !== version) throw await stale(context, held.record);
  if (!held.can.includes('confirm')) throw new Refused(sharedTextRefusals.confirmedAlready());
  await append(context, held, { action: 'confirm' });
  return shown(context, id);
}

export async function addWords(context: Context, id: Id, words: string) {
  const held = await hold(context, id);
  asOther(held, context);
  await append(context, held, { action: 'add', words: said(words) });
  await mark(context, held);
  return shown(context, id);
}

export async function askCorrection(context: Context, id: Id, words: string) {
  const held = await hold(context, id);
  asOther(held, context);
  if (!held.can.includes('ask')) throw new Refused(sharedTextRefusals.askedAlready());
  const answerBy = answerByOf(context.today, await workdaysOf(context));
  await append(context, held, { action: 'ask', words: said(words), answerBy });
  await context.tell(correctionAsked, { interactionId: id, leaderId: held.record.leaderId, answerBy });
  return shown(context, id);
}

export async function answerCorrection(
  context: Context,
  id: Id,
  ordinal: number,
  body: BodyOf<typeof contract.answerCorrection>,
) {
  const held = await hold(context, id);
  asWriter(held, context);
  const { record, text } = held;
  const asked = text.corrections.find((one) => one.ordinal === ordinal);
  if (asked?.status !== 'open') throw new Refused(sharedTextRefusals.nothingAsked());
  if (body.accept) {
    if (record.version !== body.version) throw await stale(context, record);
    const words = said(body.words);
    if (words === record.words) throw new Refused(sharedTextRefusals.unchanged(undefined, { field: 'words' }));
    if (!(await writeText(context.db, context.institutionId, record, words))) throw await stale(context, record);
    await append(context, held, { action: 'accept', words, before: record.words, answers: ordinal });
    await mark(context, held);
  } else {
    if (body.reason.trim() === '') throw new Refused(sharedTextRefusals.reasonMissing(undefined, { field: 'reason' }));
    await append(context, held, { action: 'decline', words: said(body.reason), answers: ordinal });
  }
  await context.tell(correctionAnswered, { interactionId: id, people: record.people });
  return shown(context, id);
}

export async function changeText(context: Context, id: Id, newWords: string) {
  const held = await hold(context, id);
  asWriter(held, context);
  const { record } = held;
  if (record.version !== context.ifMatch) throw await stale(context, record);
  const words = said(newWords);
  if (words === record.words) throw new Refused(sharedTextRefusals.unchanged(undefined, { field: 'words' }));
  if (!(await writeText(context.db, context.institutionId, record, words))) throw await stale(context, record);
  await append(context, held, { action: 'change', words, before: record.words });
  await mark(context, held);
  return shown(context, id);
}

/** More than one would read through in one sitting. */
const SHOWN = 50;

export async function listUnconfirmed(context: Context) {
  const { actor, db, institutionId, reach } = context;
  const { items: records, total } = await listUnconfirmedOf(db, institutionId, reach, actor.personId, SHOWN);
  await context.audit({
    action: 'read',
    subjectKind: 'talks',
    subjectId: actor.personId,
    detail: { count: records.length },
  });
  return { items: await talksOf(context, records), total };
}

export async function confirmMine(context: Context, ids: readonly Id[]) {
  const { actor, db, institutionId, now } = context;
  const confirmed = await confirmRecords(db, institutionId, actor.personId, ids, now);
  await context.audit({
    action: 'confirmMine',
    subjectKind: 'talks',
    subjectId: actor.personId,
    people: [actor.personId],
    detail: { confirmed },
  });
  await context.tell(recordsConfirmed, { leaderId: actor.personId, interactionIds: ids });
  return { confirmed };
}

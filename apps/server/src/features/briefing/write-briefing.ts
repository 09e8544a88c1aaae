/** The office’s part: draft, write, hand over, return, approve, issue. */
import { sayIssue } from '@zhengyou/domain/briefing/briefing-paper.ts';
import { applyStep } from '@zhengyou/domain/briefing/briefing.ts';
import type * as contract from '@zhengyou/domain/briefing/briefing.contract.ts';
import { briefingRefusals } from '@zhengyou/domain/briefing/briefing.refusals.ts';
import { DRAFT_TITLE, REPORTED_IN } from '@zhengyou/domain/briefing/briefing.words.ts';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import { say } from '@zhengyou/domain/kit/words.ts';
import type { Context } from '../../edge/context.ts';
import { newId } from '../../store/new-id.ts';
import { reportByBriefing } from '../matter/reporting.door.ts';
import {
  appendBriefingStep,
  insertBriefing,
  insertRecipients,
  issueItems,
  replaceItems,
  takeIssueNumber,
  type ItemRow,
} from './briefing.queries.ts';
import { listItems, listTeam } from './briefing.reads.ts';
import { attributed, refuseChanged, refuseNames, sourcesOf, warningsOf } from './guard.ts';
import { holdFor, readerOf, takeStep, type Held } from './open-briefing.ts';
import { briefingIssued } from './news.door.ts';

export async function draftBriefing(context: Context, body: BodyOf<typeof contract.draftBriefing>) {
  const { db, institutionId, actor, today } = context;
  const id = newId();
  const title = body.title ?? DRAFT_TITLE.zh;
  const matterIds = [...new Set(body.matterIds)];
  const sources = await sourcesOf(context, matterIds);
  // Only what was released for handling is taken over; a person’s own words never are.
  const items = attributed(
    matterIds.map((matterId, index) => {
      const source = sources.get(matterId);
      const released = source?.title ?? null;
      const points = (source?.points ?? []).filter((one): one is string => one !== null);
      return {
        ordinal: index + 1,
        matterId,
        heading: released ?? '',
        text: released === null ? '' : points.join('\n'),
      };
    }),
    sources,
  );
  await insertBriefing(db, institutionId, id, title, today);
  await replaceItems(db, institutionId, id, items);
  const step = { ordinal: 1, action: 'draft' as const, on: today };
  const state = applyStep(undefined, { ...step, actorId: actor.personId });
  await appendBriefingStep(db, institutionId, id, {
    ...step,
    actor: { id: actor.personId, name: actor.name },
    at: context.now,
    words: null,
    requestKey: context.requestKey,
  });
  await context.audit({ action: 'draft', subjectKind: 'briefing', subjectId: id, detail: { items: items.length } });
  return { id, version: 1, status: state?.status ?? 'drafted' };
}

export async function writeBriefing(context: Context, id: Id, body: BodyOf<typeof contract.writeBriefing>) {
  const held = await holdFor(context, id, 'write');
  const sources = await sourcesOf(
    context,
    body.items.map((item) => item.matterId),
  );
  const items = attributed(
    body.items.map((item, index) => ({ ...item, ordinal: index + 1 })),
    sources,
  );
  const texts = { title: body.title, opening: body.opening, closing: body.closing };
  refuseNames(texts, items, sources);
  await replaceItems(context.db, context.institutionId, id, items);
  return takeStep(context, held, 'write', { texts });
}

/** What the text is made of, with the people’s choices of today asked again. */
async function checked(context: Context, { row }: Held) {
  const items = await listItems(context.db, context.institutionId, readerOf(context), row.id);
  const sources = await sourcesOf(
    context,
    items.map((item) => item.matterId),
  );
  refuseChanged(items, sources);
  refuseNames(row, items, sources);
  return { items, sources };
}

const refuseUnfinished = (items: readonly ItemRow[]): void => {
  if (items.length === 0) throw new Refused(briefingRefusals.nothingChosen());
  const bare = items.filter((item) => item.heading.trim() === '' || item.text.trim() === '');
  if (bare.length > 0)
    throw new Refused(briefingRefusals.textMissing({ items: bare.map((item) => item.ordinal).join('、') }));
};

export async function handOverBriefing(context: Context, id: Id, body: BodyOf<typeof contract.handOverBriefing>) {
  const held = await holdFor(context, id, 'handOver');
  const { items, sources } = await checked(context, held);
  refuseUnfinished(items);
  const warnings = await warningsOf(context, held.row, items, sources);
  if (warnings.length > 0 && body.reason === undefined)
    throw new Refused(briefingRefusals.tellsWho({ count: warnings.length }, { field: 'reason', extra: { warnings } }));
  return takeStep(context, held, 'handOver', { words: body.reason ?? null });
}

export async function returnBriefing(context: Context, id: Id, body: BodyOf<typeof contract.returnBriefing>) {
  const held = await holdFor(context, id, 'return');
  return takeStep(context, held, 'return', { words: body.reason });
}

export async function approveBriefing(context: Context, id: Id) {
  const held = await holdFor(context, id, 'approve');
  await checked(context, held);
  return takeStep(context, held, 'approve');
}

export async function issueBriefing(context: Context, id: Id, body: BodyOf<typeof contract.issueBriefing>) {
  const { db, institutionId, today } = context;
  const held = await holdFor(context, id, 'issue');
  const { items } = await checked(context, held);
  const team = await listTeam(db, institutionId, today);
  const wanted = body.recipientIds && new Set(body.recipientIds);
  if (wanted && [...wanted].some((one) => team.every((member) => member.id !== one)))
    throw new Refused(briefingRefusals.notAMember(undefined, { field: 'recipientIds' }));
  const recipients = team.filter((member) => !wanted || wanted.has(member.id));
  if (recipients.length === 0) throw new Refused(briefingRefusals.nobodyToReceive());
  const year = yearOf(today);
  const issue = {
    year,
    ordinal: await takeIssueNumber(db, institutionId, year),
    issuedOn: today,
    recipientIds: recipients.map((one) => one.id),
  };
  const stepped = await takeStep(context, held, 'issue', { issue });
  await issueItems(db, institutionId, id, issue);
  await insertRecipients(db, institutionId, id, recipients);
  const matterIds = items.flatMap((item) => item.matterId ?? []);
  await reportByBriefing(context, matterIds, say(REPORTED_IN, 'zh', { issue: sayIssue(year, issue.ordinal) }));
  await context.tell(briefingIssued, { briefingId: id, recipientIds: issue.recipientIds });
  return stepped;
}

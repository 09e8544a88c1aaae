/** What a desk is to hear becomes a notice for each of its people; what other programs hear, a message to each of them. Once, with the row gone. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { isNoticeKind, type WebhookEvent } from '@zhengyou/domain/notice/notice.ts';
import { putDeliveries, type NewDelivery } from './delivery.queries.ts';
import type { At } from './find-by-time.ts';
import { putNews, type NewNotice } from './notice.queries.ts';
import { listLeaders } from './found.reads.ts';
import { listProposersOf, readStaff } from './recipients.reads.ts';
import { listWebhookRows, type WebhookRow } from './settings.queries.ts';
import { takeEvents } from './worker.queries.ts';

const AT_ONCE = 500;
type Event = Awaited<ReturnType<typeof takeEvents>>[number];

/** How many were spread. */
export async function spreadEvents({ db, institutionId, now, today }: At): Promise<number> {
  const events = await takeEvents(db, institutionId, AT_ONCE);
  if (events.length === 0) return 0;
  const staff = await readStaff(db, institutionId, today);
  const raised = events.filter((one) => one.audience === 'proposer').map((one) => one.subject_id as Id);
  const proposers = await listProposersOf(db, institutionId, raised);
  const leaders = events.some((one) => one.audience === 'leaders') ? await listLeaders(db, institutionId, today) : [];
  const whom = (event: Event): readonly Id[] => {
    const unitId = event.unit_id as Id | null;
    if (event.audience === 'office') return staff.office;
    if (event.audience === 'unit') return staff.unit(unitId);
    if (event.audience === 'desk') return staff.desk(unitId);
    if (event.audience === 'leaders') return leaders;
    return (proposers.get(event.subject_id as Id) ?? [])
      .filter((row) => event.party === null || row.party === event.party)
      .map((row) => row.person_id as Id);
  };
  const notices = events.flatMap((event) =>
    event.audience === 'webhook' ? [] : [...new Set(whom(event))].map((personId) => noticeFrom(event, personId)),
  );
  const hooks = await listWebhookRows(db, institutionId);
  const told = events.filter((event) => event.audience === 'webhook').flatMap((event) => hooksOf(event, hooks, now));

  await putNews(db, institutionId, now, { notices });
  await putDeliveries(db, institutionId, now, told);
  return events.length;
}

function noticeFrom(event: Event, personId: Id): NewNotice {
  if (!isNoticeKind(event.name)) throw new Error(`an event of an unknown kind: ${event.name}`);
  return {
    kind: event.name,
    personId,
    subjectId: event.subject_id as Id,
    aboutId: event.about_id as Id | null,
    number: event.number,
    onDay: event.on_day as PlainDate | null,
    thing: event.thing,
    key: event.dedupe_key,
  };
}

const hooksOf = (event: Event, hooks: readonly WebhookRow[], now: Date): NewDelivery[] =>
  hooks
    .filter((hook) => hook.enabled && (hook.events as readonly string[]).includes(event.name))
    .map((hook) => ({
      channel: 'webhook',
      purpose: 'event',
      webhookId: hook.id,
      payload: {
        id: event.event_id as Id,
        event: event.name as WebhookEvent,
        at: event.at.toISOString(),
        subject: event.subject_id as Id,
        number: event.number,
      },
      key: `event:${event.event_id}:${hook.id}`,
      notBefore: now,
    }));

/** One's own notices. Names of others come with them, only where one may read them anyway. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { countOwnNotices, findOwnNotice, listOwnNotices } from './inbox.reads.ts';
import { markRead } from './notice.queries.ts';

type Page = { readonly show: 'open' | 'all'; readonly offset: number; readonly limit: number };

export async function listInbox({ db, institutionId, reach }: Context, page: Page) {
  const items = await listOwnNotices(db, institutionId, reach, page);
  const { all, open, unread } = await countOwnNotices(db, institutionId, reach);
  return { items, total: page.show === 'open' ? open : all, unread };
}

export async function countInbox({ db, institutionId, reach }: Context) {
  const { unread } = await countOwnNotices(db, institutionId, reach);
  return { unread };
}

export async function openNotice(context: Context, id: Id) {
  const { db, institutionId, reach, now } = context;
  const notice = await findOwnNotice(db, institutionId, reach, id);
  if (!notice) throw new Refused(edgeRefusals.notFound());
  await markRead(db, institutionId, reach.self, now, id);
  await context.audit({ action: 'open', subjectKind: 'notice', subjectId: id, detail: { kind: notice.kind } });
  return { ...notice, unread: false };
}

export async function readAllNotices(context: Context) {
  const { db, institutionId, reach, now } = context;
  const read = await markRead(db, institutionId, reach.self, now);
  await context.audit({ action: 'readAll', subjectKind: 'notice', detail: { read } });
  return { read };
}

/** Other programs that are told what happens. Each has a secret of its own, shown once, with which every message is signed. */
import { createHash, randomBytes } from 'node:crypto';
import type { BodyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Refused } from '@zhengyou/domain/kit/refusal.ts';
import type * as contract from '@zhengyou/domain/notice/channel.contract.ts';
import { noticeRefusals } from '@zhengyou/domain/notice/notice.words.ts';
import type { Context } from '../../edge/context.ts';
import { edgeRefusals } from '../../edge/edge.refusals.ts';
import { isPublicHost } from '../../outside/safe-address.ts';
import { dropWaitingFor } from './delivery.queries.ts';
import { webhookFacts } from './delivery.reads.ts';
import { insertWebhook, listWebhookRows, refreshHouse, writeWebhook } from './settings.queries.ts';

/** More programs than any house connects. */
const LIMIT = 20;
/** The old secret signs beside the new one for so long. */
const BOTH_MS = 86_400_000;

const newSecret = () => `zys_${randomBytes(32).toString('base64url')}`;

/** The same attempt makes the same record, however often it is sent. */
function idOf({ institutionId, actor, requestKey }: Context): Id {
  const hex = createHash('sha256').update(`${institutionId}${actor.personId}${requestKey}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id;
}

/** `open`: addresses within the house are allowed, which only a test or a developer says. */
function checkUrl(text: string, open: boolean) {
  const url = new URL(text);
  const secure = url.protocol === 'https:' || (open && url.protocol === 'http:');
  if (!secure || url.username !== '' || url.password !== '')
    throw new Refused(noticeRefusals.badUrl(undefined, { field: 'url' }));
  // A name may still lead inside; that is looked at again, address by address, whenever something is sent.
  if (!open && !isPublicHost(url.hostname)) throw new Refused(noticeRefusals.privateUrl(undefined, { field: 'url' }));
}

export async function listWebhooks({ db, institutionId, now }: Context) {
  const rows = await listWebhookRows(db, institutionId);
  const facts = await webhookFacts(db, institutionId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      url: row.url,
      events: [...row.events],
      enabled: row.enabled,
      secretBeforeUntil:
        row.secretBeforeUntil && row.secretBeforeUntil > now ? row.secretBeforeUntil.toISOString() : null,
      lastSentAt: facts.get(row.id)?.sentAt?.toISOString() ?? null,
      stuck: facts.get(row.id)?.stuck ?? 0,
    })),
  };
}

export async function addWebhook(context: Context, body: BodyOf<typeof contract.addWebhook>, open: boolean) {
  const { db, institutionId, outside, now } = context;
  checkUrl(body.url, open);
  const id = idOf(context);
  const others = (await listWebhookRows(db, institutionId)).filter((one) => one.id !== id);
  if (others.length >= LIMIT) throw new Refused(noticeRefusals.tooManyWebhooks({ limit: LIMIT }));
  const secret = newSecret();
  await insertWebhook(db, institutionId, { id, ...body, secret: outside.cipher.seal(secret, id) }, now);
  await refreshHouse(db, institutionId);
  await context.audit({ action: 'add', subjectKind: 'webhook', subjectId: id, detail: { events: body.events } });
  return { id, secret };
}

export async function changeWebhook(
  context: Context,
  id: Id,
  body: BodyOf<typeof contract.changeWebhook>,
  open: boolean,
) {
  checkUrl(body.url, open);
  await write(context, id, context.ifMatch, body);
  await context.audit({
    action: 'change',
    subjectKind: 'webhook',
    subjectId: id,
    detail: { events: body.events, enabled: body.enabled },
  });
  return { version: context.ifMatch + 1 };
}

export async function rotateWebhook(context: Context, id: Id) {
  const { db, institutionId, outside, now } = context;
  const row = (await listWebhookRows(db, institutionId)).find((one) => one.id === id);
  if (!row) throw new Refused(edgeRefusals.notFound());
  const secret = newSecret();
  await write(context, id, undefined, {
    secret: outside.cipher.seal(secret, id),
    secret_before: row.secret,
    secret_before_until: new Date(now.getTime() + BOTH_MS),
  });
  await context.audit({ action: 'rotate', subjectKind: 'webhook', subjectId: id });
  return { secret };
}

export async function removeWebhook(context: Context, id: Id) {
  await write(context, id, context.ifMatch, { removed_at: context.now, enabled: false, secret: Buffer.alloc(0) });
  await dropWaitingFor(context.db, context.institutionId, id);
  await context.audit({ action: 'remove', subjectKind: 'webhook', subjectId: id });
  return { removed: true as const };
}

async function write(
  context: Context,
  id: Id,
  version: number | undefined,
  change: Parameters<typeof writeWebhook>[4],
): Promise<void> {
  const { db, institutionId } = context;
  if (!(await writeWebhook(db, institutionId, id, version, change))) {
    const current = (await listWebhooks(context)).items.find((one) => one.id === id);
    throw new Refused(current ? edgeRefusals.stale(undefined, { extra: { current } }) : edgeRefusals.notFound());
  }
  await refreshHouse(db, institutionId);
}

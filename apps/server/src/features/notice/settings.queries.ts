/** How people and the house want reminders, how channels are reached, who else is told. */
import { sql } from 'kysely';
import { EMPTY_CONFIG, type ChannelConfig } from '@zhengyou/domain/notice/channel-config.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import { WAYS, type MessageChannel, type Way, type WebhookEvent } from '@zhengyou/domain/notice/notice.ts';
import type { Quiet } from '@zhengyou/domain/notice/sending.ts';
import type { Trouble } from '@zhengyou/domain/notice/notice.words.ts';
import type { Db } from '../../store/database.ts';

export type Choice = {
  readonly id: Id;
  readonly digest: boolean;
  readonly extra: boolean;
  readonly way: Way | 'none' | null;
  readonly addresses: Buffer | null;
  readonly quiet: Quiet | null;
  readonly language: Language;
};
export type ChoiceRow = Choice & { readonly personId: Id; readonly version: number };

const choicesOf = (db: Db, institutionId: Id) =>
  db.selectFrom('notice_choice').selectAll().where('institution_id', '=', institutionId);
type Kept = NonNullable<Awaited<ReturnType<ReturnType<typeof choicesOf>['executeTakeFirst']>>>;

const choiceOf = (row: Kept): ChoiceRow => ({
  id: row.choice_id as Id,
  personId: row.person_id as Id,
  version: row.version,
  digest: row.digest,
  extra: row.extra,
  way: row.way as Choice['way'],
  addresses: row.addresses,
  quiet: row.quiet_from === null || row.quiet_until === null ? null : { from: row.quiet_from, until: row.quiet_until },
  language: row.language as Language,
});

export async function findChoice(db: Db, institutionId: Id, personId: Id): Promise<ChoiceRow | undefined> {
  const row = await choicesOf(db, institutionId).where('person_id', '=', personId).executeTakeFirst();
  return row && choiceOf(row);
}

export async function listChoices(db: Db, institutionId: Id, people: readonly Id[]): Promise<Map<Id, ChoiceRow>> {
  const rows = await choicesOf(db, institutionId)
    .where('person_id', '=', sql<string>`any (${[...people]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.person_id as Id, choiceOf(row)]));
}

/** `version` 0: there was none yet. False where somebody was faster. */
export async function writeChoice(db: Db, institutionId: Id, personId: Id, version: number, choice: Choice) {
  const row = {
    digest: choice.digest,
    extra: choice.extra,
    way: choice.way,
    addresses: choice.addresses,
    quiet_from: choice.quiet?.from ?? null,
    quiet_until: choice.quiet?.until ?? null,
    language: choice.language,
  };
  if (version === 0) {
    const made = await db
      .insertInto('notice_choice')
      .values({ institution_id: institutionId, choice_id: choice.id, person_id: personId, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await db
    .updateTable('notice_choice')
    .set({ ...row, version: version + 1 })
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export type House = {
  readonly version: number;
  readonly address: string | null;
  readonly names: boolean;
  readonly quiet: Quiet;
  readonly ways: readonly Way[];
  readonly waysByLogin: readonly Way[];
};

export async function getHouse(db: Db, institutionId: Id): Promise<House> {
  const row = await db
    .selectFrom('notice_house')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  const inOrder = (kept: readonly string[]) => WAYS.filter((way) => kept.includes(way));
  return {
    version: row?.version ?? 0,
    address: row?.address ?? null,
    names: row?.names ?? false,
    quiet: { from: row?.quiet_from ?? '21:00', until: row?.quiet_until ?? '08:00' },
    ways: inOrder(row?.ways ?? []),
    waysByLogin: inOrder(row?.ways_by_login ?? []),
  };
}

export async function writeHouse(
  db: Db,
  institutionId: Id,
  version: number,
  house: Pick<House, 'address' | 'names' | 'quiet'>,
): Promise<boolean> {
  await ensureHouse(db, institutionId);
  const changed = await db
    .updateTable('notice_house')
    .set({
      address: house.address,
      names: house.names,
      quiet_from: house.quiet.from,
      quiet_until: house.quiet.until,
      version: Math.max(1, version) + 1,
    })
    .where('institution_id', '=', institutionId)
    // A house that has said nothing yet stands at 0 outside and at 1 here.
    .where('version', '=', Math.max(1, version))
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

const ensureHouse = (db: Db, institutionId: Id) =>
  db
    .insertInto('notice_house')
    .values({ institution_id: institutionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** What everybody may know of the channels and webhooks, kept where everybody may read it. */
export async function refreshHouse(db: Db, institutionId: Id): Promise<void> {
  await ensureHouse(db, institutionId);
  await sql`update notice_house h set
      ways = coalesce((select array_agg(channel) from message_channel c
        where c.institution_id = h.institution_id and c.enabled and c.channel <> 'webhook'), '{}'),
      ways_by_login = coalesce((select array_agg(channel) from message_channel c
        where c.institution_id = h.institution_id and c.enabled and (c.config ->> 'byLogin')::boolean), '{}'),
      hears = coalesce((select array_agg(distinct e) from webhook w, unnest(w.events) e
        where w.institution_id = h.institution_id and w.enabled and w.removed_at is null), '{}')
    where h.institution_id = ${institutionId}`.execute(db);
}

export type ChannelRow = {
  readonly channel: MessageChannel;
  readonly version: number;
  readonly enabled: boolean;
  readonly config: ChannelConfig;
  readonly secret: Buffer | null;
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  readonly trouble: Trouble | null;
  readonly troubleDetail: string | null;
};

export async function listChannels(db: Db, institutionId: Id): Promise<Map<MessageChannel, ChannelRow>> {
  const rows = await db.selectFrom('message_channel').selectAll().where('institution_id', '=', institutionId).execute();
  return new Map(
    rows.map((row) => [
      row.channel as MessageChannel,
      {
        channel: row.channel as MessageChannel,
        version: row.version,
        enabled: row.enabled,
        config: { ...EMPTY_CONFIG, ...(row.config as Partial<ChannelConfig>) },
        secret: row.secret,
        succeededAt: row.succeeded_at,
        failedAt: row.failed_at,
        trouble: row.trouble as Trouble | null,
        troubleDetail: row.trouble_detail,
      },
    ]),
  );
}

/** What rests sealed of a channel is bound to it. */
export const channelSeal = (institutionId: Id, channel: MessageChannel) => `${institutionId}:${channel}`;

export async function writeChannel(
  db: Db,
  institutionId: Id,
  channel: Way,
  version: number,
  kept: Pick<ChannelRow, 'enabled' | 'config' | 'secret'>,
): Promise<boolean> {
  const row = { enabled: kept.enabled, config: JSON.stringify(kept.config), secret: kept.secret };
  if (version === 0) {
    const made = await db
      .insertInto('message_channel')
      .values({ institution_id: institutionId, channel, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await db
    .updateTable('message_channel')
    // What went wrong before belongs to how it was set up before.
    .set({ ...row, failed_at: null, trouble: null, trouble_detail: null, version: version + 1 })
    .where('institution_id', '=', institutionId)
    .where('channel', '=', channel)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export type WebhookRow = {
  readonly id: Id;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly enabled: boolean;
  readonly secret: Buffer;
  readonly secretBefore: Buffer | null;
  readonly secretBeforeUntil: Date | null;
};

export async function listWebhookRows(db: Db, institutionId: Id): Promise<WebhookRow[]> {
  const rows = await db
    .selectFrom('webhook')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('webhook_id')
    .execute();
  return rows.map((row) => ({
    id: row.webhook_id as Id,
    version: row.version,
    name: row.name,
    url: row.url,
    events: row.events as WebhookEvent[],
    enabled: row.enabled,
    secret: row.secret,
    secretBefore: row.secret_before,
    secretBeforeUntil: row.secret_before_until,
  }));
}

export const insertWebhook = (
  db: Db,
  institutionId: Id,
  one: Pick<WebhookRow, 'id' | 'name' | 'url' | 'events' | 'secret'>,
  now: Date,
) =>
  db
    .insertInto('webhook')
    .values({
      institution_id: institutionId,
      webhook_id: one.id,
      name: one.name,
      url: one.url,
      events: [...one.events],
      secret: one.secret,
      created_at: now,
    })
    // Asked again under the same key: the same address, and a secret made anew.
    .onConflict((conflict) => conflict.columns(['institution_id', 'webhook_id']).doUpdateSet({ secret: one.secret }))
    .execute();

export async function writeWebhook(
  db: Db,
  institutionId: Id,
  id: Id,
  version: number | undefined,
  change: {
    readonly name?: string;
    readonly url?: string;
    readonly events?: string[];
    readonly enabled?: boolean;
    readonly secret?: Buffer;
    readonly secret_before?: Buffer;
    readonly secret_before_until?: Date;
    readonly removed_at?: Date;
  },
): Promise<boolean> {
  let update = db
    .updateTable('webhook')
    .set(change)
    .set('version', sql`version + 1`)
    .where('institution_id', '=', institutionId)
    .where('webhook_id', '=', id)
    .where('removed_at', 'is', null);
  if (version !== undefined) update = update.where('version', '=', version);
  return (await update.executeTakeFirst()).numUpdatedRows === 1n;
}

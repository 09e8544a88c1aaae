/**
 * Making records that name one thing name another, and putting them back: for merging. It knows no noun; a room names its own
 * tables. Whatever is changed is told with what it held before, so that it can be recorded and restored.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Db } from './database.ts';
import type { DB } from './tables.gen.ts';

type Json = Readonly<Record<string, unknown>>;

/** One record that was changed (`after`) or taken away (`after` null, `before` the whole of it). */
export type Effect = {
  readonly table: keyof DB;
  readonly key: Json;
  readonly before: Json;
  readonly after: Json | null;
};

export type Redirection = {
  readonly table: keyof DB;
  /** Columns of the key beside the institution. */
  readonly key: readonly string[];
  /** Holds the id; `many`: a list of ids. */
  readonly column: string;
  readonly many?: true;
  /** Set along with it. */
  readonly also?: Readonly<Record<string, string>>;
  /** A record of the new id that agrees in these columns is already there: the old one is taken away instead. */
  readonly onceBy?: readonly string[];
  /** Only such records; `t` is the table. */
  readonly where?: RawBuilder<boolean>;
};

const object = (columns: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(`t.${column}`)]))})`;

export async function redirect(db: Db, institutionId: Id, one: Redirection, from: Id, to: Id): Promise<Effect[]> {
  const { table, key, column, many, also = {}, onceBy, where } = one;
  const here = sql`t.institution_id = ${institutionId} and ${
    many ? sql`${from} = any (${sql.ref(`t.${column}`)})` : sql`${sql.ref(`t.${column}`)} = ${from}`
  } and ${where ?? sql`true`}`;
  const taken: Effect[] = [];
  if (onceBy) {
    const twin = sql.join(
      [sql`o.institution_id = t.institution_id`, sql`${sql.ref(`o.${column}`)} = ${to}`].concat(
        onceBy.map((same) => sql`${sql.ref(`o.${same}`)} = ${sql.ref(`t.${same}`)}`),
      ),
      sql` and `,
    );
    const { rows } = await sql<{ key: Json; whole: Json }>`delete from ${sql.table(table)} t
      where ${here} and exists (select from ${sql.table(table)} o where ${twin})
      returning ${object(key)} as key, to_jsonb(t) as whole`.execute(db);
    taken.push(...rows.map((row) => ({ table, key: row.key, before: row.whole, after: null })));
  }
  const columns = [column, ...Object.keys(also)];
  const { rows: held } = await sql<{
    key: Json;
    before: Json;
  }>`select ${object(key)} as key, ${object(columns)} as before
    from ${sql.table(table)} t where ${here} for update`.execute(db);
  if (held.length === 0) return taken;
  const ref = sql.ref(`t.${column}`);
  const value = many
    ? sql`case when ${to} = any (${ref}) then array_remove(${ref}, ${from}::uuid) else array_replace(${ref}, ${from}::uuid, ${to}::uuid) end`
    : sql`${to}`;
  const set = sql.join([
    sql`${sql.ref(column)} = ${value}`,
    ...Object.entries(also).map(([name, each]) => sql`${sql.ref(name)} = ${each}`),
  ]);
  const { rows: changed } = await sql<{ key: Json; after: Json }>`update ${sql.table(table)} t set ${set} where ${here}
    returning ${object(key)} as key, ${object(columns)} as after`.execute(db);
  const before = new Map(held.map((row) => [JSON.stringify(row.key), row.before]));
  return [
    ...taken,
    ...changed.map((row) => ({
      table,
      key: row.key,
      before: before.get(JSON.stringify(row.key)) ?? {},
      after: row.after,
    })),
  ];
}

/** Puts records back, the last first. One that no longer holds what it was given stays as it is; how many went back and how many stayed. */
export async function putBack(db: Db, institutionId: Id, effects: readonly Effect[]) {
  let restored = 0;
  for (const group of grouped(effects.toReversed())) {
    const [first] = group;
    if (!first) continue;
    const target = sql.table(first.table);
    const document = JSON.stringify(group);
    if (first.after === null) {
      const { numAffectedRows } = await sql`insert into ${target}
        select (jsonb_populate_record(null::${target}, e -> 'before')).* from jsonb_array_elements(${document}::jsonb) e
        on conflict do nothing`.execute(db);
      restored += Number(numAffectedRows ?? 0);
      continue;
    }
    const keys = Object.keys(first.key).map(
      (name) => sql`${sql.ref(`t.${name}`)} = (jsonb_populate_record(null::${target}, e -> 'key')).${sql.ref(name)}`,
    );
    const set = Object.keys(first.before).map(
      (name) => sql`${sql.ref(name)} = (jsonb_populate_record(null::${target}, e -> 'before')).${sql.ref(name)}`,
    );
    const { numAffectedRows } = await sql`update ${target} t set ${sql.join(set)}
      from jsonb_array_elements(${document}::jsonb) e
      where t.institution_id = ${institutionId} and ${sql.join(keys, sql` and `)} and to_jsonb(t) @> (e -> 'after')`.execute(
      db,
    );
    restored += Number(numAffectedRows ?? 0);
  }
  return { restored, stayed: effects.length - restored };
}

/** Neighbours of one shape go in one statement. */
function grouped(effects: readonly Effect[]): Effect[][] {
  const groups: Effect[][] = [];
  let last = '';
  for (const effect of effects) {
    const shape = JSON.stringify([
      effect.table,
      effect.after === null,
      Object.keys(effect.before),
      Object.keys(effect.key),
    ]);
    const group = groups.at(-1);
    if (group && shape === last) group.push(effect);
    else groups.push([effect]);
    last = shape;
  }
  return groups;
}

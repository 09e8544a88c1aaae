import { sql } from 'kysely';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { OPEN_STATUSES } from '@zhengyou/domain/pairing/pairing.steps.ts';
import type { Context } from '../../edge/context.ts';
import { redirect, type Effect, type Redirection } from '../../store/redirect.ts';
import { appendEffects } from '../person/merge.door.ts';

/** What of this room names people beside the pairs. In a draft the other key columns tell a line. */
const NAMED: readonly Redirection[] = [
  ...(['leader_id', 'representative_id'] as const).map((column): Redirection => {
    const other = column === 'leader_id' ? 'representative_id' : 'leader_id';
    const key = ['draft_id', other, 'kind'];
    return { table: 'pairing_draft_line', key, column, onceBy: key };
  }),
  {
    table: 'pairing_draft_line',
    key: ['draft_id', 'leader_id', 'representative_id', 'kind'],
    column: 'from_leader_id',
  },
  { table: 'pairing_draft_fact', key: ['draft_id', 'fact_id'], column: 'person_id' },
  { table: 'pairing_office', key: ['office_id'], column: 'leader_id' },
  { table: 'pairing_wish', key: ['wish_id'], column: 'person_id' },
  { table: 'pairing_conflict', key: ['conflict_id'], column: 'leader_id', onceBy: ['representative_id'] },
  { table: 'pairing_conflict', key: ['conflict_id'], column: 'representative_id', onceBy: ['leader_id'] },
];

const PAIRS: readonly Redirection[] = (['representative_id', 'leader_id'] as const).map((column) => ({
  table: 'pairing',
  key: ['pairing_id'],
  column,
}));

/** What of this room follows a merge. */
export const namesPeople: readonly Redirection[] = [...PAIRS, ...NAMED];

type Merged = { readonly mergeId: Id; readonly keptId: Id; readonly otherId: Id };

/**
 * Pairs of the other record become pairs of the kept one. Where both were paired with the same person there is one pair afterwards; the second
 * is set aside with its steps, whole, so that taking the merge back puts it where it was.
 */
export async function mergedPairings(
  { db, institutionId }: Context,
  { mergeId, keptId, otherId }: Merged,
): Promise<void> {
  const effects: Effect[] = [];
  for (const pairs of PAIRS) {
    const mine = pairs.column;
    const theirs = mine === 'leader_id' ? 'representative_id' : 'leader_id';
    const twice = sql<{ pairing_id: string }>`select p.pairing_id from pairing p join pairing o
      on o.institution_id = p.institution_id and ${sql.ref(`o.${theirs}`)} = ${sql.ref(`p.${theirs}`)}
        and ${sql.ref(`o.${mine}`)} = ${keptId} and o.status = any (${[...OPEN_STATUSES]})
      where p.institution_id = ${institutionId} and ${sql.ref(`p.${mine}`)} = ${otherId} and p.status = any (${[...OPEN_STATUSES]})`;
    const ids = (await twice.execute(db)).rows.map((row) => row.pairing_id);
    if (ids.length > 0) effects.push(...(await setAside({ db, institutionId }, ids)));
    effects.push(...(await redirect(db, institutionId, pairs, otherId, keptId)));
  }
  for (const named of NAMED) effects.push(...(await redirect(db, institutionId, named, otherId, keptId)));
  await appendEffects(db, institutionId, mergeId, effects);
}

/** The pair before its steps in the record of effects reversed: put back, the steps need their pair. */
async function setAside({ db, institutionId }: Pick<Context, 'db' | 'institutionId'>, ids: readonly string[]) {
  const take = async (table: 'pairing' | 'pairing_step', key: readonly string[]): Promise<Effect[]> => {
    const { rows } = await sql<{ whole: Record<string, unknown> }>`delete from ${sql.table(table)} t
      where institution_id = ${institutionId} and pairing_id = any (${[...ids]}::uuid[]) returning to_jsonb(t) as whole`.execute(
      db,
    );
    return rows.map(({ whole }) => ({
      table,
      key: Object.fromEntries(key.map((name) => [name, whole[name]])),
      before: whole,
      after: null,
    }));
  };
  const steps = await take('pairing_step', ['pairing_id', 'ordinal']);
  return [...steps, ...(await take('pairing', ['pairing_id']))];
}

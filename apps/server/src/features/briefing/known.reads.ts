/** What is known of today’s representatives that a text could tell them by. */
import type { Known } from '@zhengyou/domain/briefing/naming-guard.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import type { Affiliation } from '@zhengyou/domain/person/party.ts';
import { sql } from 'kysely';
import type { Db } from '../../store/database.ts';

type Unit = { readonly id: string; readonly parent: string | null; readonly written: readonly string[] };

/** The unit and those above it; the institution itself tells nobody. */
function chainOf(units: ReadonlyMap<string, Unit>, id: string): Unit[] {
  const chain: Unit[] = [];
  for (let unit = units.get(id); unit && unit.parent !== null; unit = units.get(unit.parent)) chain.push(unit);
  return chain;
}

/** Everyone on the list on a day, with what a text could tell them by: two queries. */
export async function listKnown(db: Db, institutionId: Id, on: PlainDate): Promise<Known[]> {
  const unitRows = await db
    .selectFrom('unit')
    .select(['unit_id', 'parent_id', 'name', 'short_name'])
    .where('institution_id', '=', institutionId)
    .execute();
  const units = new Map<string, Unit>(
    unitRows.map((row) => [
      row.unit_id,
      { id: row.unit_id, parent: row.parent_id, written: [row.name, row.short_name] },
    ]),
  );
  const rows = await db
    .selectFrom('representative')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'representative.institution_id')
        .onRef('person.person_id', '=', 'representative.person_id'),
    )
    .select(['person.person_id', 'person.name', 'person.unit_id', 'person.affiliations'])
    .select(['person.position', 'person.titles'])
    .where('representative.institution_id', '=', institutionId)
    .where('person.merged_into', 'is', null)
    .where(sql<boolean>`(representative.until_on is null or representative.until_on > ${on})`)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as Id,
    name: row.name,
    facts: [
      ...chainOf(units, row.unit_id).map((unit) => ({ kind: 'unit' as const, key: unit.id, written: unit.written })),
      ...row.affiliations.map((one) => ({
        kind: 'party' as const,
        key: one,
        written: [AFFILIATION_WORDS[one as Affiliation].zh],
      })),
      ...row.titles.map((title) => ({ kind: 'title' as const, key: title, written: [title] })),
      ...(row.position === null
        ? []
        : row.position
            .split(/[，,；;、]/)
            .map((one) => one.trim())
            .filter((one) => one !== '')
            .map((one) => ({ kind: 'position' as const, key: one, written: [one] }))),
    ],
  }));
}

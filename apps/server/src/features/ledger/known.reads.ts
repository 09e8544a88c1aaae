/** What the institution already holds, as the planner needs it: one bounded set of queries, whatever the size. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { Precision } from '@zhengyou/domain/calendar/precision.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Known, KnownPerson } from '@zhengyou/domain/ledger/known.ts';
import type { PostKind } from '@zhengyou/domain/person/posts.ts';
import type { DatedFactKind } from '@zhengyou/domain/ledger/remarks.ts';
import type { Affiliation, Party } from '@zhengyou/domain/person/party.ts';
import type { Channel, Level, StandingKind, StandingRole, Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import type { UnitKind } from '@zhengyou/domain/unit/unit.contract.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import type { Db } from '../../store/database.ts';

type Bounds = { starts_on: string | null; ends_on: string | null; precision: string | null };
const boundsOf = (row: Bounds) => ({
  startsOn: row.starts_on as PlainDate | null,
  endsOn: row.ends_on as PlainDate | null,
  precision: row.precision as Precision | null,
});

export async function readKnown(db: Db, institutionId: Id, cipher: FieldCipher): Promise<Known> {
  const institution = await db
    .selectFrom('institution')
    .select(['name', 'short_name'])
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  const units = await db
    .selectFrom('unit')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('rank')
    .execute();
  const aliases = await db.selectFrom('unit_alias').selectAll().where('institution_id', '=', institutionId).execute();
  // In one order always: what is offered first must not change from look to look.
  const people = await db
    .selectFrom('person')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('merged_into', 'is', null)
    .orderBy('reading')
    .orderBy('person_id')
    .execute();
  const posts = await db
    .selectFrom('post')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('leadership', '=', true)
    .where('ends_on', 'is', null)
    .execute();
  const representatives = await db
    .selectFrom('representative')
    .select('person_id')
    .where('institution_id', '=', institutionId)
    .execute();
  const standings = await db.selectFrom('standing').selectAll().where('institution_id', '=', institutionId).execute();
  // A death excuses nothing and is told by nobody's ledger.
  const facts = await db
    .selectFrom('dated_fact')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('kind', '<>', 'deceased')
    .execute();
  const pairings = await db
    .selectFrom('pairing')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('status', '=', 'active')
    .execute();
  const talks = await db
    .selectFrom('interaction')
    .select(['interaction_id', 'leader_id', 'representative_ids', 'happened_on', 'precision', 'channel', 'words'])
    .where('institution_id', '=', institutionId)
    .execute();
  const appointments = await db
    .selectFrom('appointment')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .execute();

  const leaders = new Set(posts.map((post) => post.person_id));
  const listed = new Set(representatives.map((row) => row.person_id));
  const aliasesOf = Map.groupBy(aliases, (alias) => alias.unit_id);
  const known = people.map((person): KnownPerson => ({
    id: person.person_id,
    name: person.name,
    unit: person.unit_id,
    birthMonth: person.birth_month,
    phone: person.phone && cipher.open(person.phone, person.person_id),
    affiliations: person.affiliations as Affiliation[],
    noPartyStated: person.no_party_stated,
    position: person.position,
    titles: person.titles,
    isLeader: leaders.has(person.person_id),
    isRepresentative: listed.has(person.person_id),
  }));
  return {
    institution: { name: institution.name, shortName: institution.short_name },
    units: units.map((unit) => ({
      id: unit.unit_id,
      name: unit.name,
      shortName: unit.short_name,
      kind: unit.kind as UnitKind,
      tier: unit.tier as Tier,
      aliases: (aliasesOf.get(unit.unit_id) ?? []).map((alias) => alias.alias),
    })),
    people: known,
    posts: posts.map((post) => ({
      id: post.post_id,
      person: post.person_id,
      unit: post.unit_id,
      kind: post.kind as PostKind,
      title: post.title,
      charge: post.charge,
      startsOn: post.starts_on as PlainDate | null,
      precision: post.precision as Precision | null,
    })),
    standings: standings.map((standing) => ({
      id: standing.standing_id,
      person: standing.person_id,
      kind: standing.kind as StandingKind,
      level: standing.level as Level | null,
      role: standing.role as StandingRole | null,
      body: standing.body,
      party: standing.party as Party | null,
      words: standing.written,
      ...boundsOf(standing),
    })),
    datedFacts: facts.map((fact) => ({
      id: fact.fact_id,
      person: fact.person_id,
      kind: fact.kind as DatedFactKind,
      ...boundsOf(fact),
      words: fact.written,
    })),
    pairings: pairings.map((pairing) => ({
      id: pairing.pairing_id,
      leader: pairing.leader_id,
      representative: pairing.representative_id,
      from: pairing.starts_on as PlainDate,
    })),
    talks: talks.map((talk) => ({
      id: talk.interaction_id,
      leader: talk.leader_id,
      people: talk.representative_ids,
      on: talk.happened_on as PlainDate,
      precision: talk.precision === 'month' ? ('month' as const) : ('day' as const),
      channel: talk.channel as Channel,
      text: talk.words ?? '',
    })),
    appointments: appointments.map((one) => ({
      id: one.appointment_id,
      leader: one.leader_id,
      people: one.representative_ids,
      on: one.on_day as PlainDate,
      precision: 'day' as const,
      channel: one.channel as Channel,
      text: one.words ?? '',
    })),
  };
}

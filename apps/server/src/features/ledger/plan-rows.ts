/** From a plan to rows: keys of planned records become ids, and each record knows which import it came with. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Known, Ref } from '@zhengyou/domain/ledger/known.ts';
import type { LedgerPlan, PlannedPerson } from '@zhengyou/domain/ledger/plan.types.ts';
import { plannedMatters } from '@zhengyou/domain/ledger/planned-matters.ts';
import type { FieldCipher } from '../../outside/field-cipher.ts';
import { newId } from '../../store/new-id.ts';
import type { ImportedMatter } from '../matter/imported.door.ts';
import { readingOf } from '../person/reading.door.ts';

export type RowParts = {
  readonly institutionId: Id;
  readonly importId: Id;
  readonly actorId: Id;
  readonly now: Date;
  readonly pairedFrom: PlainDate;
  readonly source: string;
  readonly cipher: FieldCipher;
  /** Units already held rank before new ones. */
  readonly firstRank: number;
  readonly rootUnit: string | null;
};

type Keyed = { readonly key: Ref; readonly action: string };
const isNew = (record: Keyed) => record.action === 'create';

export function rowsOf(plan: LedgerPlan, known: Known, parts: RowParts) {
  const made = new Map<Ref, Id>();
  const mark = (records: readonly Keyed[]) => {
    for (const record of records) if (isNew(record)) made.set(record.key, newId(parts.now.getTime()));
  };
  for (const list of [plan.units, plan.people, plan.posts, plan.standings, plan.datedFacts]) mark(list);
  for (const list of [plan.pairings, plan.talks, plan.appointments]) mark(list);
  const idOf = (ref: Ref): string => made.get(ref) ?? ref;
  const own = { institution_id: parts.institutionId, import_id: parts.importId };

  const people = new Map(known.people.map((person) => [person.id, { unit: person.unit, name: person.name }]));
  for (const person of plan.people) people.set(idOf(person.ref), { unit: idOf(person.unit), name: person.name });
  const unitOf = (ref: Ref): string => people.get(idOf(ref))?.unit ?? '';
  const nameOf = (id: string): string => people.get(id)?.name ?? '';
  const tiers = new Map<string, string>(known.units.map((unit) => [unit.id, unit.tier]));
  for (const unit of plan.units) tiers.set(idOf(unit.key), unit.tier);

  const units = plan.units.filter(isNew).map((unit, at) => ({
    institution_id: parts.institutionId,
    unit_id: idOf(unit.key),
    parent_id: parts.rootUnit,
    kind: unit.kind,
    tier: unit.tier,
    name: unit.name,
    short_name: unit.name,
    rank: parts.firstRank + at,
  }));
  const aliases = plan.aliases.filter(isNew).map((alias) => ({
    institution_id: parts.institutionId,
    alias: alias.written,
    unit_id: idOf(alias.unit),
  }));
  const persons = plan.people.filter(isNew).map((person) => {
    const id = idOf(person.key);
    return { ...own, person_id: id, ...readingOf(person.name), ...personColumns(person, id, idOf, parts.cipher) };
  });
  const representatives = plan.representatives.filter(isNew).map(({ person }) => ({
    ...own,
    person_id: idOf(person),
    unit_id: unitOf(person),
  }));
  const posts = plan.posts.filter(isNew).map((post) => ({
    ...own,
    post_id: idOf(post.key),
    person_id: idOf(post.person),
    unit_id: idOf(post.unit),
    kind: post.kind,
    title: post.title,
    charge: post.charge,
    tier: post.tier,
    leadership: true,
    starts_on: post.startsOn,
    precision: post.precision,
  }));
  const standings = plan.standings.filter(isNew).map((standing) => ({
    ...own,
    standing_id: idOf(standing.key),
    person_id: idOf(standing.person),
    unit_id: unitOf(standing.person),
    kind: standing.kind,
    level: standing.level,
    role: standing.role,
    body: standing.body,
    party: standing.party,
    written: standing.words,
    starts_on: standing.startsOn,
    ends_on: standing.endsOn,
    precision: standing.precision,
    source: parts.source,
  }));
  const datedFacts = plan.datedFacts.filter(isNew).map((fact) => ({
    ...own,
    fact_id: idOf(fact.key),
    person_id: idOf(fact.person),
    unit_id: unitOf(fact.person),
    kind: fact.kind,
    starts_on: fact.startsOn,
    ends_on: fact.endsOn,
    precision: fact.precision,
    written: fact.words,
    confirmed_by: parts.actorId,
    confirmed_at: parts.now,
  }));
  const pairings = plan.pairings.filter(isNew).map((pairing) => ({
    ...own,
    pairing_id: idOf(pairing.key),
    leader_id: idOf(pairing.leader),
    representative_id: idOf(pairing.representative),
    unit_id: unitOf(pairing.leader),
    status: 'active',
    representative_unit_id: unitOf(pairing.representative),
    tier: tiers.get(unitOf(pairing.leader)) ?? 'unit',
    starts_on: parts.pairedFrom,
    actor_id: parts.actorId,
    at: parts.now,
  }));

  const inForce = new Map<string, { id: string; from: string }>();
  const pairKey = (leader: string, representative: string) => `${leader}:${representative}`;
  for (const one of known.pairings)
    inForce.set(pairKey(one.leader, one.representative), { id: one.id, from: one.from });
  for (const one of pairings)
    inForce.set(pairKey(one.leader_id, one.representative_id), { id: one.pairing_id, from: one.starts_on });
  const pairingOn = (leader: string, representative: string, on: string): string | null => {
    const pairing = inForce.get(pairKey(leader, representative));
    return pairing && pairing.from <= on ? pairing.id : null;
  };

  const talks = plan.talks.filter(isNew).map((talk) => ({ talk, id: idOf(talk.key), leader: idOf(talk.leader) }));
  const interactions = talks.map(({ talk, id, leader }) => ({
    ...own,
    interaction_id: id,
    leader_id: leader,
    leader_name: nameOf(leader),
    unit_id: unitOf(talk.leader),
    representative_ids: talk.people.map(idOf),
    channel: talk.channel,
    channel_written: talk.channelWritten || null,
    happened_on: talk.on,
    precision: talk.precision,
    place: talk.place,
    words: talk.text || null,
    handling: talk.handling,
    recorded_as: talk.recorder,
  }));
  const parties = talks.flatMap(({ talk, id, leader }) =>
    talk.people.map(idOf).map((representative) => ({
      institution_id: parts.institutionId,
      interaction_id: id,
      representative_id: representative,
      representative_name: nameOf(representative),
      leader_id: leader,
      unit_id: unitOf(talk.leader),
      pairing_id: pairingOn(leader, representative, talk.on),
      channel: talk.channel,
      happened_on: talk.on,
      precision: talk.precision,
      came_about: true,
    })),
  );
  const pointIds = new Map<string, Id>();
  const points = talks.flatMap(({ talk, id, leader }) =>
    talk.points.map((point, ordinal) => ({
      institution_id: parts.institutionId,
      point_id: newIdFor(pointIds, `${talk.key}#${ordinal}`, parts.now),
      interaction_id: id,
      leader_id: leader,
      unit_id: unitOf(talk.leader),
      representative_ids: talk.people.map(idOf),
      ordinal,
      // A ledger does not say that anyone agreed to be named.
      kind: point.kind,
      named: false,
      words: point.words,
      handling: point.handling,
    })),
  );
  const matters = plannedMatters(plan).map(({ talk, ordinal, kind, point }): ImportedMatter => {
    const leader = idOf(talk.leader);
    return {
      kind,
      words: point.words,
      claim: point.claim,
      handling: point.handling,
      unitId: unitOf(talk.leader) as Id,
      leaderId: leader as Id,
      leaderName: nameOf(leader),
      people: talk.people.map(idOf).map((id) => ({ id: id as Id, name: nameOf(id) })),
      interactionId: idOf(talk.key) as Id,
      pointId: pointIds.get(`${talk.key}#${ordinal}`) as Id, // made above, one for each point
      channel: talk.channel,
    };
  });
  const appointments = plan.appointments.filter(isNew).map((one) => ({
    ...own,
    appointment_id: idOf(one.key),
    leader_id: idOf(one.leader),
    unit_id: unitOf(one.leader),
    representative_ids: one.people.map(idOf),
    channel: one.channel,
    on_day: one.on,
    words: one.text || null,
  }));

  const changes = [
    ...plan.people
      .filter((person) => person.action === 'change')
      .map((person) => ({
        table: 'person' as const,
        id: person.ref,
        fields: changedColumns(person, idOf, parts.cipher),
      })),
    ...plan.posts
      .filter((post) => post.action === 'change' && post.stored !== null)
      .map((post) => ({
        table: 'post' as const,
        id: post.stored ?? '',
        fields: { charge: post.charge, starts_on: post.startsOn, precision: post.precision },
      })),
    ...plan.standings
      .filter((standing) => standing.action === 'change' && standing.stored !== null)
      .map((standing) => ({
        table: 'standing' as const,
        id: standing.stored ?? '',
        fields: { starts_on: standing.startsOn, ends_on: standing.endsOn, precision: standing.precision },
      })),
  ];
  return {
    units,
    aliases,
    persons,
    representatives,
    posts,
    standings,
    datedFacts,
    pairings,
    interactions,
    parties,
    points,
    matters,
    appointments,
    changes,
    touched: [...new Set(plan.people.filter((person) => person.action !== 'same').map((person) => idOf(person.ref)))],
  };
}

function newIdFor(known: Map<string, Id>, key: string, now: Date): Id {
  const id = newId(now.getTime());
  known.set(key, id);
  return id;
}

function personColumns(person: PlannedPerson, id: string, idOf: (ref: Ref) => string, cipher: FieldCipher) {
  return {
    unit_id: idOf(person.unit),
    name: person.name,
    affiliations: [...person.affiliations],
    no_party_stated: person.noPartyStated,
    position: person.position,
    titles: [...person.titles],
    birth_month: person.birthMonth,
    phone: person.phone === null ? null : cipher.seal(person.phone, id),
  };
}

const COLUMNS = {
  unit: 'unit_id',
  birthMonth: 'birth_month',
  phone: 'phone',
  affiliations: 'affiliations',
  noPartyStated: 'no_party_stated',
  position: 'position',
  titles: 'titles',
} as const;

/** Of a stored person only what the plan changes is written. */
function changedColumns(person: PlannedPerson, idOf: (ref: Ref) => string, cipher: FieldCipher) {
  const all = personColumns(person, person.ref, idOf, cipher);
  return Object.fromEntries(person.changed.map((field) => [COLUMNS[field], all[COLUMNS[field]]]));
}

/** What the store would hold after a plan was applied. Shows that a second import of the same ledger adds nothing. */
import type { Known, KnownPerson, Ref } from './known.ts';
import type { LedgerPlan } from './plan.types.ts';

type Keyed = { readonly key: Ref; readonly action: string };

export function applyToKnown(plan: LedgerPlan, known: Known): Known {
  const lists: readonly (readonly Keyed[])[] = [
    plan.units,
    plan.people,
    plan.posts,
    plan.standings,
    plan.datedFacts,
    plan.pairings,
    plan.talks,
    plan.appointments,
  ];
  const created = new Set(lists.flat().flatMap(({ key, action }) => (action === 'create' ? [key] : [])));
  /** A planned key becomes an id of the store. */
  const toId = (ref: Ref): Ref => (created.has(ref) ? `stored:${ref}` : ref);
  const isNew = ({ action }: Keyed) => action === 'create';
  const withPerson = <T extends Keyed & { readonly person: Ref }>(record: T) => ({
    ...record,
    id: toId(record.key),
    person: toId(record.person),
  });
  const withTalk = <T extends Keyed & { readonly leader: Ref; readonly people: readonly Ref[] }>(talk: T) => ({
    ...talk,
    id: toId(talk.key),
    leader: toId(talk.leader),
    people: talk.people.map(toId),
  });

  const people = new Map<Ref, KnownPerson>(known.people.map((person) => [person.id, person]));
  for (const person of plan.people) {
    const { name, unit, birthMonth, phone, affiliations, noPartyStated, position, titles, roles } = person;
    people.set(person.ref, {
      id: toId(person.ref),
      name,
      unit: toId(unit),
      birthMonth,
      phone,
      affiliations,
      noPartyStated,
      position,
      titles,
      isLeader: roles.includes('leader'),
      isRepresentative: roles.includes('representative'),
    });
  }
  const aliases = new Map<Ref, string[]>();
  for (const { unit, written } of plan.aliases) aliases.set(unit, [...(aliases.get(unit) ?? []), written]);
  const posts = new Map(plan.posts.map((post) => [post.stored, post]));
  const standings = new Map(plan.standings.map((standing) => [standing.stored, standing]));

  return {
    institution: known.institution,
    units: [
      ...known.units.map((unit) => ({ ...unit, aliases: [...unit.aliases, ...(aliases.get(unit.id) ?? [])] })),
      ...plan.units.map(({ key, name, kind, tier }) => ({ id: toId(key), name, kind, tier, aliases: [] })),
    ],
    people: [...people.values()],
    posts: [
      ...known.posts.map((post) => ({ ...post, ...posts.get(post.id), id: post.id })),
      ...plan.posts.filter(isNew).map((post) => Object.assign(withPerson(post), { unit: toId(post.unit) })),
    ],
    standings: [
      ...known.standings.map((standing) => ({ ...standing, ...standings.get(standing.id), id: standing.id })),
      ...plan.standings.filter(isNew).map(withPerson),
    ],
    datedFacts: [...known.datedFacts, ...plan.datedFacts.filter(isNew).map(withPerson)],
    pairings: [
      ...known.pairings,
      ...plan.pairings.filter(isNew).map(({ key, leader, representative, from }) => ({
        id: toId(key),
        leader: toId(leader),
        representative: toId(representative),
        from,
      })),
    ],
    talks: [...known.talks, ...plan.talks.filter(isNew).map(withTalk)],
    appointments: [...known.appointments, ...plan.appointments.filter(isNew).map(withTalk)],
  };
}

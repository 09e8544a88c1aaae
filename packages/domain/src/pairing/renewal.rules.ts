/** What a renewal would change, laid over the records as they are: posts, standings and the list, in a sandbox. */
import type { Precision } from '../calendar/precision.ts';
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { Standing } from '../person/standing.ts';
import type { Level, StandingKind, StandingRole, Tier } from '../policy/vocabulary.ts';

export const FACT_KINDS = ['postBegins', 'postEnds', 'standingBegins', 'standingEnds', 'leavesList'] as const;

export type SandboxFact = {
  readonly id: Id;
  readonly kind: (typeof FACT_KINDS)[number];
  readonly personId: Id;
  readonly name: string;
  readonly reading: string;
  readonly homeId: Id;
  /** The first day on which the new holds, or the old no longer does. */
  readonly onDay: PlainDate;
  readonly postId: Id | null;
  readonly standingId: Id | null;
  readonly standingKind: StandingKind | null;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  readonly written: string | null;
  readonly charge: string | null;
  readonly endsOn: PlainDate | null;
  readonly precision: Precision | null;
  /** Where a new post is held. */
  readonly unit: {
    readonly id: Id;
    readonly name: string;
    readonly shortName: string;
    readonly rank: number;
    readonly tier: Tier;
  } | null;
};

type Post = {
  readonly postId: Id;
  readonly leaderId: Id;
  readonly name: string;
  readonly reading: string;
  readonly tier: Tier;
  readonly unit: { readonly id: Id; readonly name: string; readonly shortName: string; readonly rank: number };
  readonly title: string;
  readonly charge: string | null;
  readonly since: PlainDate | null;
  readonly until: PlainDate | null;
};
type Person = {
  readonly id: Id;
  readonly until: PlainDate | null;
  readonly standings: readonly (Standing & { readonly written: string })[];
};

const earlier = (a: PlainDate | null, b: PlainDate): PlainDate => (a === null || b < a ? b : a);

export function postsWith(posts: readonly Post[], facts: readonly SandboxFact[]): Post[] {
  const ends = facts.filter((fact) => fact.kind === 'postEnds');
  const begun = facts.filter((fact) => fact.kind === 'postBegins');
  const changed = posts.map((post) => {
    const own = ends.filter((fact) =>
      fact.postId === null ? fact.personId === post.leaderId : fact.postId === post.postId,
    );
    const until = own.map((fact) => fact.onDay).reduce((last, day) => earlier(last, day), post.until);
    return { ...post, until };
  });
  return [
    ...changed,
    ...begun.flatMap((fact) =>
      fact.unit
        ? [
            {
              postId: fact.id,
              leaderId: fact.personId,
              name: fact.name,
              reading: fact.reading,
              tier: fact.unit.tier,
              unit: fact.unit,
              title: fact.written ?? '',
              charge: fact.charge,
              since: fact.onDay,
              until: null,
            },
          ]
        : [],
    ),
  ];
}

export function peopleWith<P extends Person>(people: readonly P[], facts: readonly SandboxFact[]): P[] {
  const own = Map.groupBy(facts, (fact) => fact.personId);
  return people.map((person) => (own.get(person.id) ?? []).reduce(personWith, person));
}

function personWith<P extends Person>(person: P, fact: SandboxFact): P {
  if (fact.kind === 'leavesList') return { ...person, until: earlier(person.until, fact.onDay) };
  if (fact.kind === 'standingEnds')
    return {
      ...person,
      standings: person.standings.map((standing) =>
        standing.id === fact.standingId ? { ...standing, endsOn: earlier(standing.endsOn, fact.onDay) } : standing,
      ),
    };
  if (fact.kind !== 'standingBegins' || fact.standingKind === null) return person;
  const standing = {
    id: fact.id,
    kind: fact.standingKind,
    level: fact.level,
    role: fact.role,
    written: fact.written ?? '',
    startsOn: fact.onDay,
    endsOn: fact.endsOn,
    precision: fact.precision,
  };
  return { ...person, standings: [...person.standings, standing] };
}

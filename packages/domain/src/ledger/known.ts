/** What the store already holds, as far as an import can meet it. A snapshot: the planner never asks back. */
import type { Precision } from '../calendar/precision.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { DatedFactKind } from '../person/dated-fact.ts';
import type { Affiliation, Party } from '../person/party.ts';
import type { Channel, Level, StandingKind, StandingRole } from '../policy/vocabulary.ts';
import type { PostKind } from '../person/posts.ts';
import type { KnownUnit } from './units.ts';

/** The id of a record in the store, or the key of a planned one (`representatives!16`); a key always holds `!`. */
export type Ref = string;

export type PersonFacts = {
  readonly name: string;
  readonly unit: Ref;
  /** `1979-05`: enough to tell two people of one name apart. */
  readonly birthMonth: string | null;
  readonly phone: string | null;
  readonly affiliations: readonly Affiliation[];
  /** Stated that there is no party (无); not the certified status of a non-affiliate. */
  readonly noPartyStated: boolean;
  /** 职务 */
  readonly position: string | null;
  /** 职称; several are possible. */
  readonly titles: readonly string[];
};
export type KnownPerson = PersonFacts & {
  readonly id: Ref;
  readonly isLeader: boolean;
  readonly isRepresentative: boolean;
};

export type PostFacts = {
  readonly person: Ref;
  readonly unit: Ref;
  readonly kind: PostKind;
  readonly title: string;
  readonly charge: string | null;
  readonly startsOn: PlainDate | null;
  readonly precision: Precision | null;
};

export type StandingFacts = {
  readonly person: Ref;
  readonly kind: StandingKind;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  readonly body: string;
  readonly party: Party | null;
  readonly words: string;
  readonly startsOn: PlainDate | null;
  /** The first day that no longer belongs. */
  readonly endsOn: PlainDate | null;
  /** Of both bounds; the less exact of the two where they differ. */
  readonly precision: Precision | null;
};

export type DatedFactFacts = {
  readonly person: Ref;
  readonly kind: DatedFactKind;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly precision: Precision | null;
  readonly words: string;
};

export type TalkIdentity = {
  readonly leader: Ref;
  readonly people: readonly Ref[];
  /** The first day of the month where only the month is known. */
  readonly on: PlainDate;
  readonly precision: 'day' | 'month';
  readonly channel: Channel;
  readonly text: string;
};

type Stored<T> = T & { readonly id: Ref };

export type Known = {
  readonly institution: { readonly name: string; readonly shortName: string };
  readonly units: readonly KnownUnit[];
  readonly people: readonly KnownPerson[];
  readonly posts: readonly Stored<PostFacts>[];
  readonly standings: readonly Stored<StandingFacts>[];
  readonly datedFacts: readonly Stored<DatedFactFacts>[];
  /** The active ones. */
  readonly pairings: readonly {
    readonly id: Ref;
    readonly leader: Ref;
    readonly representative: Ref;
    readonly from: PlainDate;
  }[];
  readonly talks: readonly Stored<TalkIdentity>[];
  /** Days agreed for a talk that has not been. */
  readonly appointments: readonly Stored<TalkIdentity>[];
};

export const NOTHING_KNOWN: Known = {
  institution: { name: '', shortName: '' },
  units: [],
  people: [],
  posts: [],
  standings: [],
  datedFacts: [],
  pairings: [],
  talks: [],
  appointments: [],
};

const onlyWords = (text: string) => text.replace(/\s+/g, '');

/** Two talks are one where leader, people, date, way and text agree; blanks do not count. */
export const talkFingerprint = (talk: TalkIdentity): string =>
  JSON.stringify([
    talk.leader,
    [...talk.people].sort(),
    talk.precision === 'month' ? talk.on.slice(0, 7) : talk.on,
    talk.channel,
    onlyWords(talk.text),
  ]);

export const standingIdentity = (
  standing: Omit<StandingFacts, 'startsOn' | 'endsOn' | 'precision' | 'words'>,
): string =>
  JSON.stringify([
    standing.person,
    standing.kind,
    standing.level,
    standing.role,
    onlyWords(standing.body),
    standing.party,
  ]);

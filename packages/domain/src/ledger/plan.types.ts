/** The shape of a dry run: what would be written, what stands in the way, and what can be chosen. Plain JSON throughout. */
import type { PlainDate } from '../kit/plain-date.ts';
import type { Facts } from '../kit/refusal.ts';
import type { LedgerClaim } from '../matter/matter.ts';
import type { Affiliation } from '../person/party.ts';
import type { StandingReading } from '../person/standing-text.ts';
import type { Channel, Tier } from '../policy/vocabulary.ts';
import type { UnitKind } from '../unit/unit.contract.ts';
import type { FestivalKey } from '../calendar/festivals.ts';
import type { LedgerField, SheetKind } from './headings.ts';
import type { DatedFactFacts, PersonFacts, PostFacts, Ref, StandingFacts, TalkIdentity } from './known.ts';
import type { PeopleRole } from './people-book.ts';
import type { ProblemCode } from './problem-codes.ts';

export type ProblemLevel = 'refused' | 'ask' | 'note';

export const FIX_KINDS = [
  'useDate',
  'useTerm',
  'useMonth',
  'asPlanned',
  'chooseLeader',
  'choosePerson',
  'newPerson',
  'dropName',
  'chooseUnit',
  'createUnit',
  'samePerson',
  'twoPeople',
  'useName',
  'keepKnown',
  'useFile',
  'chooseParty',
  'noParty',
  'chooseChannel',
  'acceptFact',
  'declineFact',
  'addPairing',
  'noPairing',
  'termForFirst',
  'bothTalks',
  'handledAs',
  'skipRow',
] as const;
export type FixKind = (typeof FIX_KINDS)[number];

/** What a decision must bring along when the fix itself does not carry it. */
export type FixNeed = 'date' | 'month' | 'term' | 'leader' | 'person' | 'unit' | 'party' | 'channel' | 'name';

export type Fix = {
  readonly id: string;
  readonly kind: FixKind;
  readonly value?: string;
  readonly needs?: FixNeed;
  readonly proposed?: true;
  /** For the words: the name, unit or field that the fix speaks of. */
  readonly facts?: Facts;
};

export type Decision = { readonly fix: string; readonly value?: string };
export type Decisions = Readonly<Record<string, Decision>>;

export type LedgerProblem = {
  /** Stable across dry runs of the same file: `talks!A152:impossibleDate`. */
  readonly key: string;
  readonly level: ProblemLevel;
  /** The sheet's own name, and what it was taken for (null: the sheet as a whole was not understood). */
  readonly sheet: string;
  readonly kind: SheetKind | null;
  readonly row: number;
  readonly column: number | null;
  readonly cell: string;
  readonly written: string;
  readonly code: ProblemCode;
  readonly facts: Facts;
  readonly fixes: readonly Fix[];
  readonly decision?: Decision;
  /** A decision was made and could be followed. */
  readonly settled: boolean;
  /** A decision was made and could not be followed: no such fix, no such date, nobody of that id. */
  readonly decisionRefused?: true;
};

export type Source = { readonly sheet: string; readonly row: number };
export type Action = 'create' | 'change' | 'same';
type Planned<T> = T & { readonly key: Ref; readonly action: Action; readonly source: Source };

export type PlannedUnit = Planned<{ readonly name: string; readonly kind: UnitKind; readonly tier: Tier }>;
export type PlannedAlias = Planned<{ readonly unit: Ref; readonly written: string }>;
export type PersonField = 'unit' | 'birthMonth' | 'phone' | 'affiliations' | 'noPartyStated' | 'position' | 'titles';
/** `ref`: the stored id, or the key again where the person is new. */
export type PlannedPerson = Planned<
  PersonFacts & {
    readonly ref: Ref;
    readonly roles: readonly PeopleRole[];
    /** What of a stored person differs from the store. */
    readonly changed: readonly PersonField[];
    readonly rows: readonly Source[];
  }
>;
export type PlannedRepresentative = Planned<{ readonly person: Ref }>;
export type PlannedPost = Planned<
  PostFacts & { readonly stored: Ref | null; readonly tier: Tier; readonly leadership: true }
>;
export type PlannedStanding = Planned<StandingFacts & { readonly stored: Ref | null; readonly levelWritten: boolean }>;
export type PlannedDatedFact = Planned<DatedFactFacts>;
/** `fromWritten` is false: a ledger does not say since when, so the pairing starts on the day of the import. */
export type PlannedPairing = Planned<{
  readonly leader: Ref;
  readonly representative: Ref;
  readonly from: PlainDate;
  readonly fromWritten: false;
}>;
export type TalkPoint = {
  readonly kind: 'opinion' | 'difficulty';
  readonly words: string;
  /** 办理反馈情况, as written. */
  readonly handling: string | null;
  /** What that claims became of it; while a doubt is undecided it counts as still open. */
  readonly claim: LedgerClaim;
};
export type PlannedTalk = Planned<
  TalkIdentity & {
    readonly channelWritten: string;
    readonly festival: FestivalKey | null;
    readonly place: string | null;
    readonly points: readonly TalkPoint[];
    /** Handling that stands in a row without any opinion or difficulty. */
    readonly handling: string | null;
    /** 记录人, as written: often a desk, not a person. */
    readonly recorder: string | null;
  }
>;

export const TIDY_KINDS = [
  'fullWidthPhone',
  'phoneGaps',
  'unitShortForm',
  'blanksAfterName',
  'blanksInName',
  'fullWidthName',
  'middleDot',
  'postAfterName',
  'partyAsMember',
  'dateSpelling',
  'birthSpelling',
  'termSpelling',
  'standingsSplit',
  'namesSplit',
  'pointsSplit',
  'mergedCell',
  'repeatedRow',
] as const;
export type TidyKind = (typeof TIDY_KINDS)[number];
export type Tidied = {
  readonly kind: TidyKind;
  readonly count: number;
  /** The first few, to look at. */
  readonly samples: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly written: string;
    readonly read: string;
  }[];
};

export type SheetCounts = {
  /** Rows with data. `rows = fresh + matched + merged + ask + waiting + refused + skipped`. */
  readonly rows: number;
  /** Rows of which something is taken or is already held: `fresh + matched + merged`. */
  readonly acceptable: number;
  /** Rows that make a new record. */
  readonly fresh: number;
  /** Rows of a person or talk already held, `same` of them without any change. */
  readonly matched: number;
  readonly same: number;
  /** Rows found to be a person or talk of an earlier row of this file. */
  readonly merged: number;
  /** Rows held back by an open question of their own. */
  readonly ask: number;
  /** Rows held back by an open question about a unit, or about a row that they name. */
  readonly waiting: number;
  readonly refused: number;
  /** Rows that the user left out. */
  readonly skipped: number;
  /** Taken rows with an open question beside (the safe part is taken). */
  readonly partly: number;
  /** Taken rows whose date is a month only. */
  readonly monthOnly: number;
};

/** How each distinct wording was understood, for one look instead of hundreds. */
export type Readings = {
  readonly units: readonly {
    readonly written: string;
    readonly unit: Ref | null;
    readonly how: string;
    readonly rows: number;
  }[];
  readonly standings: readonly (StandingReading & { readonly rows: number })[];
  readonly channels: readonly {
    readonly written: string;
    readonly channel: Channel;
    readonly festival: FestivalKey | null;
    readonly rows: number;
  }[];
  readonly parties: readonly {
    readonly written: string;
    readonly affiliations: readonly Affiliation[];
    readonly rows: number;
  }[];
};

export type IgnoredRow = Source & { readonly written: string };

export type LedgerPlan = {
  readonly today: PlainDate;
  readonly problems: readonly LedgerProblem[];
  /** Questions of level `ask` still open, and rows refused. */
  readonly open: number;
  readonly counts: Readonly<Record<SheetKind, SheetCounts>>;
  readonly tidied: readonly Tidied[];
  readonly readings: Readings;
  /** Rows that are no data: notes under the table, repeated headings. */
  readonly ignored: readonly IgnoredRow[];
  /** Columns that were recognised and are not taken, and columns nobody recognised. */
  readonly columns: {
    readonly notTaken: readonly {
      readonly sheet: string;
      readonly column: number;
      readonly written: string;
      readonly field: LedgerField;
    }[];
    readonly unrecognised: readonly { readonly sheet: string; readonly column: number; readonly written: string }[];
  };
  readonly units: readonly PlannedUnit[];
  readonly aliases: readonly PlannedAlias[];
  readonly people: readonly PlannedPerson[];
  readonly representatives: readonly PlannedRepresentative[];
  readonly posts: readonly PlannedPost[];
  readonly standings: readonly PlannedStanding[];
  readonly datedFacts: readonly PlannedDatedFact[];
  readonly pairings: readonly PlannedPairing[];
  readonly talks: readonly PlannedTalk[];
  readonly appointments: readonly PlannedTalk[];
};

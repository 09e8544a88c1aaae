/** What the rail and the bar offer to whom. An entry shows when the endpoint it opens on is open to the person. */
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { appWords } from './app.words.ts';
import { paths } from './paths.ts';
import type { Session } from './session.tsx';

export type NavEntry = {
  readonly words: Words;
  readonly href: string;
  /** What is open there, as a figure beside the word. */
  readonly count?: number;
};

export type BarEntry =
  | ({ readonly kind: 'page' } & NavEntry)
  /** The one action of the bar. */
  | { readonly kind: 'add'; readonly words: Words; readonly sheet: string }
  /** Opens the rail as a sheet: for those whose work has more rooms than a bar. */
  | { readonly kind: 'menu'; readonly words: Words };

export type Navigation = {
  /** Groups, parted by a hairline. */
  readonly rail: readonly (readonly NavEntry[])[];
  readonly bar: readonly BarEntry[];
  /** Where one's own page is. */
  readonly me: string;
};

/** The sheet that the bar's + and the key N open. */
export const LOG_SHEET = 'log';
/** Puts a talk off: a later reminder, or an excuse. */
export const PUT_OFF_SHEET = 'putOff';
/** With which a representative raises something. */
export const RAISE_SHEET = 'raise';
export const WAITING_SHEET = 'waiting';
/** A request for a talk, to be answered. */
export const REQUEST_SHEET = 'request';
/** What was told of a friend. */
export const OCCASION_SHEET = 'occasion';
/** With which an achievement or a hardship is told. */
export const TELL_SHEET = 'tell';
/** A leader’s answer to a recommendation that is not a plain yes. */
export const ANSWER_SHEET = 'answer';

type Guarded = NavEntry & {
  /** Id of the endpoint that the page asks first. */
  readonly opens?: string;
  /** Only for those who have this part to play. */
  readonly role?: Session['roles'][number];
  /** Not for those who have this part alone. */
  readonly unless?: Session['roles'][number];
};

const RAIL: readonly (readonly Guarded[])[] = [
  [
    { words: appWords.home, href: paths.home(), unless: 'handler' },
    { words: appWords.inbox, href: paths.inbox(), opens: 'notice.list' },
    { words: appWords.friends, href: paths.friends(), role: 'leader' },
    { words: appWords.year, href: paths.year(), opens: 'interaction.readYear' },
    { words: appWords.talkRequests, href: paths.talkRequests(), opens: 'interaction.readOverview' },
    { words: appWords.occasions, href: paths.occasions(), opens: 'round.list' },
    { words: appWords.mine, href: paths.matters(), opens: 'matter.list', role: 'representative' },
    { words: appWords.matters, href: paths.matters(), opens: 'matter.list', unless: 'representative' },
    { words: appWords.promises, href: paths.promises(), opens: 'matter.listDesks', unless: 'handler' },
    { words: appWords.briefings, href: paths.briefings(), opens: 'briefing.list' },
    { words: appWords.youSaid, href: paths.youSaid(), opens: 'youSaid.read', unless: 'handler' },
  ],
  [
    { words: appWords.deskLead, href: paths.desk('lead'), opens: 'matter.listDesk' },
    { words: appWords.deskCo, href: paths.desk('co'), opens: 'matter.listDesk' },
    { words: appWords.deskReplied, href: paths.desk('replied'), opens: 'matter.listDesk' },
    { words: appWords.deskLookBack, href: paths.desk('lookBack'), opens: 'matter.listDesk' },
  ],
  [
    { words: appWords.people, href: paths.people(), opens: 'person.list' },
    { words: appWords.pairings, href: paths.pairings(), opens: 'pairing.list' },
    { words: appWords.delegations, href: paths.delegations(), opens: 'delegation.give' },
  ],
  [
    { words: appWords.templates, href: paths.templates(), opens: 'matter.listTemplates' },
    { words: appWords.policy, href: paths.policy(), opens: 'policy.read' },
    { words: appWords.channels, href: paths.channels(), opens: 'channel.readHealth' },
    { words: appWords.ledger, href: paths.ledger(), opens: 'ledger.list' },
  ],
];

const LOG = 'interaction.log';
const RAISE = 'matter.raise';

/** Figures beside entries, by their address. */
export type NavCounts = Readonly<Record<string, number | undefined>>;

export function navigationOf(
  session: Pick<Session, 'can' | 'roles'> & { readonly person?: { readonly id: string } },
  counts: NavCounts = {},
): Navigation {
  const { roles, can } = session;
  const alone = (role: Session['roles'][number]) => roles.length === 1 && roles[0] === role;
  const open = (entry: Guarded) =>
    (entry.opens === undefined || can.includes(entry.opens)) &&
    (entry.role === undefined || roles.includes(entry.role)) &&
    (entry.unless === undefined || !alone(entry.unless));
  const counted = (entry: NavEntry): NavEntry => {
    const count = counts[entry.href];
    return count === undefined ? entry : { ...entry, count };
  };
  const rail = RAIL.map((group) => group.filter(open).map(counted)).filter((group) => group.length > 0);
  // On a phone the inbox is behind one's own page, and so is its figure.
  const inbox = counts[paths.inbox()];
  return { rail, bar: barOf(session, alone, inbox), me: paths.me() };
}

function barOf(
  { roles, can, person }: Parameters<typeof navigationOf>[0],
  alone: (role: Session['roles'][number]) => boolean,
  inbox: number | undefined,
): BarEntry[] {
  const entry = (words: Words, href: string): BarEntry => ({ kind: 'page', words, href });
  const me: BarEntry = { ...entry(appWords.me, paths.me()), ...(inbox === undefined ? {} : { count: inbox }) };
  const menu: BarEntry = { kind: 'menu', words: appWords.menu };
  const log: BarEntry[] = can.includes(LOG) ? [{ kind: 'add', words: appWords.logTalk, sheet: LOG_SHEET }] : [];
  if (alone('secretary')) return [entry(appWords.home, paths.home()), ...log, me];
  if (alone('handler')) return [entry(appWords.deskLead, paths.desk('lead')), menu, me];
  const home = entry(appWords.home, paths.home());
  if (alone('representative') && can.includes(RAISE))
    return [
      home,
      entry(appWords.mine, paths.matters()),
      { kind: 'add', words: appWords.raise, sheet: RAISE_SHEET },
      ...(person ? [entry(appWords.record, paths.person(person.id))] : []),
      me,
    ];
  const matters = can.includes('matter.list') ? [entry(appWords.mattersShort, paths.matters())] : [];
  const second = roles.includes('leader') ? entry(appWords.friends, paths.friends()) : menu;
  return [home, second, ...log, ...matters, me];
}

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
export const WAITING_SHEET = 'waiting';

type Guarded = NavEntry & {
  /** Id of the endpoint that the page asks first. */
  readonly opens?: string;
  /** Only for those who have this part to play. */
  readonly role?: Session['roles'][number];
};

const RAIL: readonly (readonly Guarded[])[] = [
  [
    { words: appWords.home, href: paths.home() },
    { words: appWords.friends, href: paths.friends(), role: 'leader' },
    { words: appWords.year, href: paths.year(), opens: 'interaction.readYear' },
    { words: appWords.talkRequests, href: paths.talkRequests(), opens: 'interaction.readOverview' },
  ],
  [
    { words: appWords.people, href: paths.people(), opens: 'person.list' },
    { words: appWords.pairings, href: paths.pairings(), opens: 'pairing.list' },
  ],
  [
    { words: appWords.policy, href: paths.policy(), opens: 'policy.read' },
    { words: appWords.ledger, href: paths.ledger(), opens: 'ledger.list' },
  ],
];

const LOG = 'interaction.log';

export function navigationOf(session: Pick<Session, 'can' | 'roles'>): Navigation {
  const open = (entry: Guarded) =>
    (entry.opens === undefined || session.can.includes(entry.opens)) &&
    (entry.role === undefined || session.roles.includes(entry.role));
  const rail = RAIL.map((group) => group.filter(open)).filter((group) => group.length > 0);
  const add: BarEntry = { kind: 'add', words: appWords.logTalk, sheet: LOG_SHEET };
  const bar: BarEntry[] = [{ kind: 'page', words: appWords.home, href: paths.home() }];
  if (session.roles.includes('leader')) bar.push({ kind: 'page', words: appWords.friends, href: paths.friends() });
  else bar.push({ kind: 'menu', words: appWords.menu });
  if (session.can.includes(LOG)) bar.push(add);
  bar.push({ kind: 'page', words: appWords.me, href: paths.me() });
  return { rail, bar, me: paths.me() };
}

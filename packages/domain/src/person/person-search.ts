/** Finding people as they are called: by characters, by pinyin from its beginning, by first letters, or a mix (`deng q`, `dq`). */

export type Findable = {
  readonly name: string;
  /** Syllables parted by blanks: `deng qin`. */
  readonly reading: string;
  /** `dq` */
  readonly initials: string;
};

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’·-]+/g, '');

/** Each typed letter goes on with the syllable or begins the next one, so that `dengq`, `dq` and `deq` all find 邓琴. */
function readsAs(typed: string, syllables: readonly string[]): boolean {
  if (typed === '') return true;
  const [first, ...rest] = syllables;
  if (first === undefined) return false;
  for (let length = Math.min(first.length, typed.length); length > 0; length -= 1)
    if (typed.startsWith(first.slice(0, length)) && readsAs(typed.slice(length), rest)) return true;
  return false;
}

export function isFoundBy(person: Findable, typed: string): boolean {
  const wanted = plain(typed);
  if (wanted === '') return true;
  if (plain(person.name).includes(wanted)) return true;
  if (!/^[a-z]+$/.test(wanted)) return false;
  return person.initials.startsWith(wanted) || readsAs(wanted, person.reading.split(' '));
}

/** What the columns of the directory are compared with: a beginning, and the first text behind all that begin so. */
export type SearchRange = { readonly script: 'han' | 'letters'; readonly from: string; readonly until: string };

const LAST_SIGN = '\u{10FFFF}';

/** Undefined where nothing was typed that could be in a name: everybody is found then. `null`: nobody can be. */
export function searchRangeOf(typed: string): SearchRange | null | undefined {
  const from = plain(typed);
  if (from === '') return undefined;
  if (/^[a-z]+$/.test(from)) return { script: 'letters', from, until: `${from}${LAST_SIGN}` };
  return /^[\p{L}〇]+$/u.test(from) ? { script: 'han', from, until: `${from}${LAST_SIGN}` } : null;
}

/**
 * The pattern of readings that typed letters stand for, each going on with its syllable or beginning the next: what `isFoundBy` says of
 * letters, for a database. For letters only.
 */
export const looseReading = (letters: string): string => `^${[...letters].join('(?:[a-z]* )?')}`;

/** The letter under which a name stands in the directory. */
export const letterOf = (person: Pick<Findable, 'reading'>): string => {
  const letter = person.reading.charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : '#';
};

/** By reading, then by characters; the readings are plain letters, so that no locale is asked. */
export function byReading(a: Findable & { readonly id: string }, b: Findable & { readonly id: string }): number {
  if (a.reading !== b.reading) return a.reading < b.reading ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

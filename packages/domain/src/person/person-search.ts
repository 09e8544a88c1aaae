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

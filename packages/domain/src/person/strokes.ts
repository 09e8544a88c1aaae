/** Strokes of Chinese signs, from the stroke order that every JavaScript engine with full language data carries. */

/** In that order a mark stands before the first sign of each count: U+FDD0, then U+2800 and the count. */
const collator = new Intl.Collator('zh-u-co-stroke');
const known = new Map<string, number>();

const LARGEST = '龘';
/** A count that no sign has bears no mark and would stand behind everything. */
const MARKS = Array.from({ length: 48 }, (_, at) => ({
  count: at + 1,
  mark: `\uFDD0${String.fromCharCode(0x2801 + at)}`,
})).filter(({ mark }) => collator.compare(mark, LARGEST) <= 0);

/** Strokes of one sign; undefined for what is no Chinese sign, or one so rare that the data lack it. */
export function strokesOf(sign: string): number | undefined {
  if (!/^\p{Script=Han}$/u.test(sign)) return undefined;
  const kept = known.get(sign);
  if (kept !== undefined) return kept === 0 ? undefined : kept;
  // What the data lack is sorted behind everything; no sign in use but 龘 has so many strokes.
  const isKnown = sign === LARGEST || collator.compare(sign, LARGEST) < 0;
  const count = isKnown ? (MARKS.findLast(({ mark }) => collator.compare(mark, sign) <= 0)?.count ?? 0) : 0;
  known.set(sign, count);
  return count === 0 ? undefined : count;
}

/** A sign without known strokes stands behind all that have some. */
const UNKNOWN = 99;

/** Sorts by the strokes of each sign in turn, within the same count by the signs’ order in the dictionary of radicals. */
export const strokeKeyOf = (name: string): string =>
  [...name]
    .filter((sign) => /[\p{L}〇]/u.test(sign))
    .map(
      (sign) =>
        String(strokesOf(sign) ?? UNKNOWN).padStart(2, '0') + (sign.codePointAt(0) ?? 0).toString(16).padStart(5, '0'),
    )
    .join('');

/** Strokes of the first sign, read off a key; null where they are not known. */
export const firstStrokesOf = (strokeKey: string): number | null => {
  const count = Number(strokeKey.slice(0, 2));
  return count > 0 && count < UNKNOWN ? count : null;
};

/**
 * Pairs of neighbouring characters, to find words inside Chinese text: trigrams find no word of two characters. Letters
 * and digits are folded to one width and case; everything else parts the text.
 */
const PARTS = /[\p{L}\p{N}]+/gu;

/** Each pair once, in the order of the text; a part of one character gives itself. */
export function bigramsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [part] of text.normalize('NFKC').toLowerCase().matchAll(PARTS)) {
    const signs = [...part];
    if (signs.length === 1) found.add(part);
    for (let at = 0; at + 1 < signs.length; at += 1) found.add(`${signs[at] ?? ''}${signs[at + 1] ?? ''}`);
  }
  return [...found];
}

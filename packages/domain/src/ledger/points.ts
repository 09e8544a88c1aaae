/** The opinions or difficulties of one cell: each line, each numbered sentence, each part after ； is one. */
import { cleanText } from '../person/name-text.ts';

/** A number that a part begins with. */
export const NUMBERED = /^\s*(?:[(（]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）.．、](?!\d)|[①-⑳])\s*/;
const NUMBER_INSIDE = /(?<=[。；;\s])(?=(?:[1-9]\d?[.．、)）](?!\d)|[①-⑳]))/g;

export function splitPoints(text: string): string[] {
  const plain = cleanText(text);
  const isNumbered = NUMBERED.test(plain);
  return (isNumbered ? plain.replace(NUMBER_INSIDE, '\n') : plain)
    .split(/[\n；;]+/)
    .map((part) => part.replace(NUMBERED, '').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^(?:无|没有|暂无)$/.test(part));
}

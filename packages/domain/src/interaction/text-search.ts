/**
 * Words inside shared texts. A text leaves marks, each a pair of neighbouring characters hashed together with its institution; a word
 * is in a text only where all its marks are. What the marks find is then looked for in the text itself, since they say
 * nothing of the order, and may by chance agree.
 */
import { bigramsOf } from '../kit/bigrams.ts';

export const SOUGHT_LIMIT = 60;
const PARTS = /[\p{L}\p{N}]+/gu;
const PRIME = 2_147_483_647;

/** The same sum as in the migration that brought the marks in; every step stays below 2^53. */
function markOf(pair: string, salt: number): number {
  const [first = '', second = ''] = pair;
  const pairSum = ((first.codePointAt(0) ?? 0) * 65_599 + (second.codePointAt(0) ?? 0)) % PRIME;
  return (pairSum * 2_654_435 + salt) % PRIME;
}

/** Its last digits are random; the first tell the time of founding. */
const saltOf = (institutionId: string): number => Number.parseInt(institutionId.slice(-8), 16);

export function marksOf(institutionId: string, texts: readonly (string | null)[]): number[] {
  const salt = saltOf(institutionId);
  const pairs = bigramsOf(texts.filter(Boolean).join('\n')).filter((pair) => [...pair].length === 2);
  return [...new Set(pairs.map((pair) => markOf(pair, salt)))];
}

/** What is sought, folded as texts are: parted where no letter and no digit stands. Undefined where a word is a single character. */
export function soughtIn(query: string): string[] | undefined {
  const words = [...new Set([...fold(query).matchAll(PARTS)].map(([word]) => word))];
  return words.length > 0 && words.every((word) => [...word].length >= 2) ? words : undefined;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The folded text, and for each of its units the place in the text as written. */
function folded(text: string): { readonly text: string; readonly at: readonly number[] } {
  let made = '';
  const at: number[] = [];
  let place = 0;
  for (const sign of text) {
    const plain = fold(sign);
    made += plain;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(place);
    place += sign.length;
  }
  at.push(place);
  return { text: made, at };
}

type Span = { readonly from: number; readonly until: number };

function spansOf(text: string, words: readonly string[]): Span[] {
  const plain = folded(text);
  const found: Span[] = [];
  for (const word of words)
    for (let from = plain.text.indexOf(word); from >= 0; from = plain.text.indexOf(word, from + word.length)) {
      const last = plain.at[from + word.length - 1] ?? 0;
      found.push({ from: plain.at[from] ?? 0, until: last + String.fromCodePoint(text.codePointAt(last) ?? 0).length });
    }
  return found.sort((a, b) => a.from - b.from || a.until - b.until);
}

/** Whether every word stands somewhere in these texts. */
export const standsIn = (texts: readonly (string | null)[], words: readonly string[]): boolean => {
  const all = texts.map((text) => fold(text ?? ''));
  return words.every((word) => all.some((text) => text.includes(word)));
};

export type Piece = { readonly text: string; readonly hit: boolean };

const ENDS = /[。！？!?；;\n]/u;
/** Beside a word at most so much of a long sentence. */
const AROUND = 40;

/** The sentences in which a word stands, at most so many, the word apart from the rest. */
export function sentencesWith(text: string, words: readonly string[], most = 2): Piece[][] {
  const lines: Piece[][] = [];
  let reached = 0;
  for (const span of spansOf(text, words)) {
    if (span.from < reached) continue;
    if (lines.length === most) break;
    const sentence = sentenceAround(text, span);
    lines.push(
      cut(
        text,
        sentence,
        spansOf(text.slice(sentence.from, sentence.until), words).map((each) => ({
          from: each.from + sentence.from,
          until: each.until + sentence.from,
        })),
      ),
    );
    reached = sentence.until;
  }
  return lines;
}

function sentenceAround(text: string, { from, until }: Span): Span {
  let start = from;
  while (start > 0 && from - start < AROUND && !ENDS.test(text.charAt(start - 1))) start -= 1;
  let end = until;
  while (end < text.length && end - until < AROUND && !ENDS.test(text.charAt(end - 1))) end += 1;
  if (end === until && end < text.length && ENDS.test(text.charAt(end))) end += 1;
  return { from: whole(text, start), until: whole(text, end) };
}

/** Never between the two halves of a rare character. */
const whole = (text: string, at: number): number =>
  at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;

function cut(text: string, { from, until }: Span, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  if (from > 0 && !ENDS.test(text.charAt(from - 1))) pieces.push({ text: '…', hit: false });
  for (const span of spans) {
    if (span.until <= at) continue;
    const begin = Math.max(at, span.from);
    if (begin > at) pieces.push({ text: text.slice(at, begin), hit: false });
    pieces.push({ text: text.slice(begin, span.until), hit: true });
    at = span.until;
  }
  if (at < until) pieces.push({ text: text.slice(at, until), hit: false });
  if (until < text.length && !ENDS.test(text.charAt(until - 1))) pieces.push({ text: '…', hit: false });
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/[\n\r\t]+/g, ' ') }));
}

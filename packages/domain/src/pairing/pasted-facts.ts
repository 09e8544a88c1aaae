/** Pasted lines read as facts of a renewal: a name, an office or an end, a day. What is doubtful is asked, never guessed. */
import { findPlainDate, type PlainDate } from '../kit/plain-date.ts';
import { squeeze, toHalfWidth } from '../person/name-text.ts';
import { readStanding, type StandingReading } from '../person/standing-text.ts';

export const MOST_LINES = 500;

export type PastedLine = {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The first word, which is to be a name. */
  readonly name: string;
  readonly days: readonly PlainDate[];
  readonly ends: boolean;
  /** The words without name, days and verbs. */
  readonly title: string;
  readonly standing: StandingReading | null;
};

const ENDS = /(?:不再担任|不再任|免去|免|卸任|离任|届满|调离|调任|退休|离职|到龄)/;
const BEGINS = /^(?:新任|担任|当选为?|接任|继任|任)/;
const DAY = /(\d{4})\s*(?:年|[-./])\s*(\d{1,2})(?:\s*(?:月|[-./])\s*(?:(\d{1,2})\s*日?)?)?/g;

const dayOf = (match: RegExpMatchArray): PlainDate | undefined =>
  findPlainDate(Number(match[1]), Number(match[2]), Number(match[3] ?? 1));

/** At most `MOST_LINES`; `tooMany` says that more stood there. */
export function readPasted(text: string): { readonly lines: readonly PastedLine[]; readonly tooMany: boolean } {
  const written = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  return { lines: written.slice(0, MOST_LINES).map(readLine), tooMany: written.length > MOST_LINES };
}

function readLine({ line, text }: { readonly line: number; readonly text: string }): PastedLine {
  const plain = toHalfWidth(text);
  const [name = '', ...words] = plain.split(/[\t,;、， ]+/).filter((word) => word !== '');
  const rest = words.join(' ');
  const days = [...rest.matchAll(DAY)].flatMap((match) => dayOf(match) ?? []);
  const ends = ENDS.test(rest);
  const title = squeeze(rest.replace(DAY, ' '))
    .replace(/(?:任期|自|从|起|至|到|止|—|–|~)+/g, '')
    .replace(ENDS, '')
    .replace(BEGINS, '')
    .replace(/^[:：]|[。.]$/g, '');
  const reading = title === '' ? null : readStanding(title);
  return {
    line,
    text: text.slice(0, 200),
    name: squeeze(name),
    days,
    ends,
    title,
    standing: reading && reading.kind !== 'other' ? reading : null,
  };
}

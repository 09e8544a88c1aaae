/** A briefing as it stands on paper. Who said it is written here, from each person’s choice, and nowhere by hand. */
import type { OfficialPaper, PaperBlock } from '../kit/official-paper.ts';
import { dayOf, monthOf, yearOf, type PlainDate } from '../kit/plain-date.ts';
import { say } from '../kit/words.ts';
import type { MatterKind } from '../matter/matter.ts';
import { PAPER_WORDS as P } from './briefing.words.ts';

export type PaperItem = {
  readonly kind: MatterKind | null;
  readonly heading: string;
  readonly text: string;
  /** Names of those who agreed to be named; empty: nobody is. */
  readonly namedAs: readonly string[];
  /** How many raised it, named or not; 0 where it comes from no matter. */
  readonly raisedBy: number;
};

export type PaperFacts = {
  readonly title: string;
  readonly opening: string;
  readonly closing: string;
  readonly items: readonly PaperItem[];
  readonly year: number | null;
  readonly ordinal: number | null;
  readonly issuedOn: PlainDate | null;
  readonly institution: string;
};

/** 2026年第3期. The paper is Chinese in either language of the house: it is what the leadership team receives. */
export const sayIssue = (year: number, ordinal: number): string => say(P.issue, 'zh', { year, ordinal });

export const sayOfficialDay = (day: PlainDate): string =>
  say(P.day, 'zh', { year: yearOf(day), month: monthOf(day), day: dayOf(day) });

/** Who said it, in the words of the paper. */
export function attributionOf(item: Pick<PaperItem, 'namedAs' | 'raisedBy'>): string {
  if (item.raisedBy === 0) return '';
  const names = item.namedAs.join('、');
  const others = item.raisedBy - item.namedAs.length;
  if (item.namedAs.length === 0)
    return item.raisedBy === 1 ? P.someone.zh : say(P.several, 'zh', { count: item.raisedBy });
  return others > 0 ? say(P.namedAndOthers, 'zh', { names, count: others }) : say(P.named, 'zh', { names });
}

const SECTIONS = ['opinion', 'suggestion', 'difficulty', null] as const;

const paragraphs = (text: string): PaperBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));

export function paperOf(facts: PaperFacts): OfficialPaper {
  const sections = SECTIONS.map((kind) => ({ kind, items: facts.items.filter((item) => item.kind === kind) }));
  const filled = sections.filter(({ items }) => items.length > 0);
  const issuer = say(P.issuer, 'zh', { institution: facts.institution });
  const day = facts.issuedOn === null ? '' : sayOfficialDay(facts.issuedOn);
  return {
    head: {
      name: P.name.zh,
      number: facts.year === null || facts.ordinal === null ? P.unnumbered.zh : sayIssue(facts.year, facts.ordinal),
      issuer,
      day,
    },
    title: facts.title,
    blocks: [
      { kind: 'addressee', text: P.addressee.zh },
      ...paragraphs(facts.opening),
      ...filled.flatMap(({ kind, items }): PaperBlock[] => [
        { kind: 'heading', level: 1, text: P[kind ?? 'other'].zh },
        ...items.flatMap((item): PaperBlock[] => {
          const [first = '', ...rest] = item.text.split('\n').filter((line) => line.trim() !== '');
          return [
            { kind: 'heading', level: 2, text: item.heading },
            { kind: 'paragraph', text: `${attributionOf(item)}${first.trim()}` },
            ...rest.map((line): PaperBlock => ({ kind: 'paragraph', text: line.trim() })),
          ];
        }),
      ]),
      ...paragraphs(facts.closing),
    ],
    sign: day === '' ? null : { by: issuer, day },
  };
}

/**
 * A paper in the official layout as data: what stands on it and in which order. The page shows it and the Word file is
 * written from it, so that both say the same.
 */

export type PaperBlock =
  /** The levels number themselves: 一、 （一） 1. (1). */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Whom it is for, without an indent. */
  | { readonly kind: 'addressee'; readonly text: string };

export type OfficialPaper = {
  /** Above the line: what kind of paper it is, its number, who issues it and when. */
  readonly head: { readonly name: string; readonly number: string; readonly issuer: string; readonly day: string };
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
  readonly sign: { readonly by: string; readonly day: string } | null;
};

const DIGITS = '〇一二三四五六七八九';

/** 1 → 一, 10 → 十, 24 → 二十四; up to 99. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? '')}`;
}

const NUMBERED = [
  (at: number) => `${chineseNumber(at)}、`,
  (at: number) => `（${chineseNumber(at)}）`,
  (at: number) => `${at}.`,
  (at: number) => `(${at})`,
] as const;

/** The blocks with the number before each heading; a level begins anew under the next one above it. */
export function numbered(blocks: readonly PaperBlock[]): PaperBlock[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const at = block.level - 1;
    const next = (counts[at] ?? 0) + 1;
    counts[at] = next;
    counts.fill(0, at + 1);
    return { ...block, text: `${NUMBERED[at]?.(next) ?? ''}${block.text}` };
  });
}

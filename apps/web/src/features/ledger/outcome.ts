import type { ImportOutcome, Undone } from '@zhengyou/domain/ledger/ledger.contract.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { outcomeWords, removedWords } from './ledger.words.ts';

type Line = { readonly words: Words; readonly count: number };

const linesOf = <K extends string>(table: Readonly<Record<K, Words>>, counts: Readonly<Record<K, number>>): Line[] =>
  (Object.keys(table) as K[]) // the keys of a literal
    .map((key) => ({ words: table[key], count: counts[key] }))
    .filter(({ count }) => count > 0);

/** What came of it, the weightiest first; what came to nothing is not said. */
export const outcomeLines = (outcome: ImportOutcome): readonly Line[] => linesOf(outcomeWords, outcome);
export const removedLines = ({ removed }: Undone): readonly Line[] => linesOf(removedWords, removed);

/** The three that make a sentence. */
export const outcomeHead = (outcome: ImportOutcome): readonly Line[] =>
  linesOf<'people' | 'pairings' | 'talks'>(
    { people: outcomeWords.people, pairings: outcomeWords.pairings, talks: outcomeWords.talks },
    outcome,
  );

/**
 * Whether a text without a name still tells who it was: it may say a department, a post, a title, a party, and so few
 * representatives answer to all of them that a reader knows the person.
 */
import type { Id } from '../kit/ids.ts';

/**
 * Below this many people a reader who knows the house can tell who spoke: in a round of four everyone guesses. Statistical
 * offices suppress cells below three to five; the house takes the careful end, because its readers know one another.
 */
export const SMALLEST_GROUP = 5;

export const FACT_KINDS = ['unit', 'party', 'title', 'position'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Something true of a representative, with the ways of writing it. */
export type Fact = { readonly kind: FactKind; readonly key: string; readonly written: readonly string[] };

export type Known = { readonly personId: Id; readonly name: string; readonly facts: readonly Fact[] };

export type GuardedItem = {
  readonly ordinal: number;
  readonly texts: readonly string[];
  /** Those who raised it and did not agree to be named. */
  readonly unnamed: readonly Id[];
  /** Those who agreed: their names may stand in it. */
  readonly named: readonly Id[];
};

export type Warning =
  | {
      readonly kind: 'small';
      readonly ordinal: number;
      /** What the text says that is true of the person, as it is written there. */
      readonly says: readonly { readonly kind: FactKind; readonly words: string }[];
      /** How many representatives answer to all of it. */
      readonly count: number;
    }
  /** The full name of a representative who has not agreed to be named in this item. */
  | { readonly kind: 'name'; readonly ordinal: number; readonly name: string };

const plain = (text: string) => text.normalize('NFKC').replace(/[\s·]/gu, '');

const saidIn = (text: string, fact: Fact): string | undefined =>
  fact.written.find((words) => {
    const bare = plain(words);
    // One character is in too many words to mean anything.
    return bare.length > 1 && text.includes(bare);
  });

/** What in these items tells who spoke, in the order of the items. `everyone` are the representatives of today. */
export function guardNaming(items: readonly GuardedItem[], everyone: readonly Known[]): Warning[] {
  const byId = new Map(everyone.map((person) => [person.personId, person]));
  return items.flatMap((item): Warning[] => {
    const text = plain(item.texts.join('\n'));
    const names = everyone
      .filter((person) => !item.named.includes(person.personId) && text.includes(plain(person.name)))
      .map((person): Warning => ({ kind: 'name', ordinal: item.ordinal, name: person.name }));
    const small = item.unnamed.flatMap((personId): Warning[] => {
      const person = byId.get(personId);
      if (!person) return [];
      const says = person.facts.flatMap((fact) => {
        const words = saidIn(text, fact);
        return words === undefined ? [] : [{ fact, words }];
      });
      if (says.length === 0) return [];
      const count = everyone.filter((other) =>
        says.every(({ fact }) => other.facts.some((one) => one.kind === fact.kind && one.key === fact.key)),
      ).length;
      if (count >= SMALLEST_GROUP) return [];
      return [
        {
          kind: 'small',
          ordinal: item.ordinal,
          says: says.map(({ fact, words }) => ({ kind: fact.kind, words })),
          count,
        },
      ];
    });
    return [...names, ...distinct(small)];
  });
}

/** Two who raised one thing are warned of once where the same words tell of both. */
const distinct = (warnings: readonly Warning[]): Warning[] => {
  const seen = new Set<string>();
  return warnings.filter((warning) => {
    const key = JSON.stringify(warning);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

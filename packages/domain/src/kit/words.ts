/** What users read. Chinese comes first; English is complete. Every pair lives in a `*.words.ts` beside its noun. */
export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

export type Words = { readonly zh: string; readonly en: string };

/** A sentence with places to fill: `{name}` in both languages. */
export function say(words: Words, language: Language, facts: Readonly<Record<string, string | number>> = {}): string {
  return words[language].replace(/\{(\w+)\}/g, (whole, key: string) => (key in facts ? String(facts[key]) : whole));
}

/** Keeps keys literal, so that a missing word does not compile. */
export const words = <const T extends Readonly<Record<string, Words>>>(table: T): T => table;

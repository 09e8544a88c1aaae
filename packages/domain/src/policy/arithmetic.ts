/** A sentence with its figures, kept apart until the reader's language is known. A verdict shows its arithmetic as such. */
import { say, type Language, type Words } from '../kit/words.ts';

export type Said = { readonly words: Words; readonly facts: Readonly<Record<string, string | number>> };

export const sayAll = (lines: readonly Said[], language: Language): string =>
  lines.map((line) => say(line.words, language, line.facts)).join(language === 'zh' ? '' : ' ');

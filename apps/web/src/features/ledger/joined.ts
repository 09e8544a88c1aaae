import type { Language } from '@zhengyou/domain/kit/words.ts';

const COMMA: Readonly<Record<Language, string>> = { zh: '，', en: ', ' };

/** Parts of one sentence. */
export const joined = (parts: readonly string[], language: Language): string => parts.join(COMMA[language]);

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { say, type Language, type Words } from '@zhengyou/domain/kit/words.ts';

/** Read by public/before-paint.js too. */
const KEY = 'zhengyou.language';

type LanguageChoice = { readonly language: Language; readonly setLanguage: (language: Language) => void };

const LanguageContext = createContext<LanguageChoice | null>(null);

export const htmlLangOf = (language: Language): string => (language === 'en' ? 'en' : 'zh-CN');

/** Chinese unless the person chose otherwise: the browser's own language says little about an institution's staff. */
function readStoredLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh'; // storage may be blocked; the page works without
  }
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState(readStoredLanguage);
  useEffect(() => {
    document.documentElement.lang = htmlLangOf(language);
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    setState(next);
    // At once, since the next call to the server reads it.
    document.documentElement.lang = htmlLangOf(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // kept for this visit only
    }
  }, []);
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('useLanguage outside LanguageProvider');
  return choice;
}

export type Say = (words: Words, facts?: Readonly<Record<string, string | number>>) => string;

/** `const t = useWords(); t(pageWords.title, { count: 3 })` */
export function useWords(): Say {
  const { language } = useLanguage();
  return useCallback((words, facts) => say(words, language, facts), [language]);
}

import { sayDay } from '@zhengyou/domain/calendar/date.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { readTime } from '@zhengyou/domain/policy/local-setting.ts';
import type { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { SETTING_WORDS, settingWords } from './setting.words.ts';

export type Setting = ReplyOf<typeof readPolicy>['settings'][number];

/** A setting in a sentence. */
export function useSayLine(): (setting: Setting) => string {
  const t = useWords();
  const { language } = useLanguage();
  return ({ kind, value, unit }) => {
    const time = readTime(value);
    const said = time
      ? t(time.unit === 'day' ? settingWords.days : settingWords.workingDays, { count: time.count })
      : t(settingWords.by, { day: sayMonthDay(value, language) });
    const facts = { what: t(SETTING_WORDS[kind]), unit: unit ?? '', value: said };
    return t(unit === null ? settingWords.lineAll : settingWords.line, facts);
  };
}

/** `10-31` comes every year: a leap year, so that its last of February has a place, named as this one so that no year is said. */
function sayMonthDay(value: string, language: 'zh' | 'en'): string {
  const on = parsePlainDate(`2024-${value}`);
  return on ? sayDay(on, '2024-01-01' as PlainDate, language) : value;
}

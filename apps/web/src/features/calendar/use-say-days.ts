import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { calendarWords } from './calendar.words.ts';

/** Days as people write them, joined by the list's comma. */
export function useSayDays(): (days: readonly { readonly from: string; readonly until: string }[]) => string {
  const t = useWords();
  const { language } = useLanguage();
  // The year stands above the list, so days go without it.
  const sayOne = (on: string) => sayDay(on as PlainDate, { language, today: on as PlainDate });
  return (days) =>
    days
      .map(({ from, until }) =>
        from === until ? sayOne(from) : t(calendarWords.range, { from: sayOne(from), until: sayOne(until) }),
      )
      .join(t(kitWords.comma));
}

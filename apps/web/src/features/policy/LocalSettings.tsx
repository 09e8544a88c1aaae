import { sayDay as sayCalendarDay } from '@zhengyou/domain/calendar/date.words.ts';
import type { readPolicy } from '@zhengyou/domain/policy/policy.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { policyWords } from './policy.words.ts';

type Setting = ReplyOf<typeof readPolicy>['settings'][number];

/** What the house and its units set for themselves, apart from the clauses and marked as theirs. */
export function LocalSettings({ settings }: { readonly settings: readonly Setting[] }) {
  const t = useWords();
  const { language } = useLanguage();
  if (settings.length === 0) return null;
  return (
    <section className="settings">
      <div className="sec ruled">
        <h2>{t(policyWords.settings)}</h2>
        <ClauseMark local />
      </div>
      <ul>
        {settings.map((setting) => (
          <li key={setting.id}>
            <span>
              {setting.unit === null
                ? t(policyWords.firstTalkByAll, { day: sayMonthDay(setting.value, language) })
                : t(policyWords.firstTalkBy, { unit: setting.unit, day: sayMonthDay(setting.value, language) })}
            </span>
            <span className="meta">
              {setting.reason}
              {' · '}
              {t(policyWords.since, { from: sayDay(setting.from, { language }) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `10-31` comes every year: a leap year, so that its last of February has a place, named as this one so that no year is said. */
function sayMonthDay(value: string, language: 'zh' | 'en'): string {
  const on = parsePlainDate(`2024-${value}`);
  return on ? sayCalendarDay(on, '2024-01-01' as PlainDate, language) : value;
}

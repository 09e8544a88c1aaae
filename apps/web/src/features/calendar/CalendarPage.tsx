import { dropWorkdays, readCalendar } from '@zhengyou/domain/calendar/calendar.contract.ts';
import { FESTIVAL_WORDS } from '@zhengyou/domain/calendar/festival.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { appWords } from '../../app/app.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { calendarWords } from './calendar.words.ts';
import { PasteWorkdays } from './PasteWorkdays.tsx';
import { useSayDays } from './use-say-days.ts';
import './calendar.css';

type Calendar = ReplyOf<typeof readCalendar>;
type Year = Calendar['years'][number];

/** Which days count as working days, where that comes from, and which years are only an estimate. */
export function CalendarPage() {
  const t = useWords();
  const calendar = useCall(readCalendar, {});
  return (
    <Page
      title={t(calendarWords.title)}
      lead={calendar.data ? <Lead years={calendar.data.years} /> : t(calendarWords.title)}
      sub={t(calendarWords.sub)}
      width="narrow"
      back={{ href: paths.policy(), label: t(appWords.policy) }}
    >
      <Answer of={calendar} loading={{ rows: 4, height: 90 }}>
        {({ years, festivals, can }) => (
          <>
            {years.toReversed().map((year) => (
              <YearSection key={year.year} year={year} keeps={can.includes('keep')} />
            ))}
            {can.includes('keep') && <PasteWorkdays />}
            <FestivalList festivals={festivals} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Lead({ years }: { readonly years: readonly Year[] }) {
  const t = useWords();
  const unknown = years.find((one) => one.kind === 'estimated');
  if (unknown) return t(calendarWords.leadEstimated, { year: unknown.year });
  return t(calendarWords.leadAll, { from: years[0]?.year ?? '', until: years.at(-1)?.year ?? '' });
}

function YearSection({ year, keeps }: { readonly year: Year; readonly keeps: boolean }) {
  const t = useWords();
  const sayDays = useSayDays();
  const drop = useChange(dropWorkdays);
  const [sure, setSure] = useState(false);
  const { version } = year;
  return (
    <section className="calendar-year">
      <div className="sec ruled">
        <h2>{t(calendarWords.year, { year: year.year })}</h2>
        <span className="meta">{t(calendarWords[year.kind])}</span>
      </div>
      {year.source !== null && <p className="muted">{year.source}</p>}
      {year.kind !== 'estimated' && (
        <dl className="facts">
          <div>
            <dt>{t(calendarWords.off)}</dt>
            <dd>{sayDays(year.off)}</dd>
          </div>
          {year.working.length > 0 && (
            <div>
              <dt>{t(calendarWords.working)}</dt>
              <dd>{sayDays(year.working.map((on) => ({ from: on, until: on })))}</dd>
            </div>
          )}
        </dl>
      )}
      {drop.isError && <CallErrorNote error={drop.error} />}
      {keeps && version !== null && (
        <button
          type="button"
          className="link"
          onClick={() => (sure ? drop.mutate({ params: { year: year.year }, ifMatch: version }) : setSure(true))}
        >
          {t(sure ? calendarWords.dropSure : calendarWords.drop)}
        </button>
      )}
    </section>
  );
}

function FestivalList({ festivals }: Pick<Calendar, 'festivals'>) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <section className="calendar-year">
      <div className="sec ruled">
        <h2>{t(calendarWords.festivals)}</h2>
      </div>
      <dl className="facts">
        {festivals.map(({ on, key }) => (
          <div key={key}>
            <dt>{t(FESTIVAL_WORDS[key])}</dt>
            <dd>{sayDay(on, { language, today })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { addDays, dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage } from './language.tsx';
import { useSession } from './session.tsx';
import { sayDay, sayMoment, sayTime } from '../kit/dates.ts';

/** Instants said by the clock on the wall where this device stands. */
export function useSayWhen() {
  const { language } = useLanguage();
  const { today } = useSession();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dayOf = (instant: string) => dateInZone(new Date(instant), zone);
  return {
    moment: (instant: string) => sayMoment(dayOf(instant), sayTime(new Date(instant), zone), { language, today }),
    day: (instant: string) => sayDay(dayOf(instant), { language, today }),
    /** The last whole day before an instant. */
    dayBefore: (instant: string) => sayDay(addDays(dayOf(instant), -1), { language, today }),
  };
}

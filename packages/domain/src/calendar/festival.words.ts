import { words, type Words } from '../kit/words.ts';
import type { FestivalKey } from './festivals.ts';

export const FESTIVAL_WORDS: Readonly<Record<FestivalKey, Words>> = words({
  newYear: { zh: '元旦', en: 'New Year' },
  springFestivalEve: { zh: '除夕', en: "Spring Festival's Eve" },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  lantern: { zh: '元宵节', en: 'Lantern Festival' },
  womensDay: { zh: '妇女节', en: "Women's Day" },
  qingming: { zh: '清明', en: 'Qingming' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  nursesDay: { zh: '护士节', en: "Nurses' Day" },
  dragonBoat: { zh: '端午', en: 'Dragon Boat Festival' },
  physiciansDay: { zh: '中国医师节', en: "Chinese Physicians' Day" },
  teachersDay: { zh: '教师节', en: "Teachers' Day" },
  midAutumn: { zh: '中秋', en: 'Mid-Autumn' },
  nationalDay: { zh: '国庆', en: 'National Day' },
  doubleNinth: { zh: '重阳', en: 'Double Ninth' },
});

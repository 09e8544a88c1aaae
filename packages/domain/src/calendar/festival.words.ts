import { words, type Words } from '../kit/words.ts';
import type { FestivalGroup, FestivalKey } from './festivals.ts';

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

export const FESTIVAL_GROUP_WORDS: Readonly<Record<FestivalGroup, Words>> = words({
  nurse: { zh: '护士', en: 'nurses' },
  physician: { zh: '医师', en: 'physicians' },
  teacher: { zh: '教师', en: 'teachers' },
  elder: { zh: '离退休', en: 'the retired' },
  woman: { zh: '妇女', en: 'women' },
});

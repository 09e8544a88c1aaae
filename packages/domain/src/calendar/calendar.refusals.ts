import { refusal } from '../kit/refusal.ts';

export const calendarRefusals = {
  yearTooFar: refusal('calendar.yearTooFar', 'invalid', {
    zh: '{year} 年太远了，只收前后十年的表。',
    en: 'The year {year} is too far away; tables within ten years are taken.',
  }),
} as const;

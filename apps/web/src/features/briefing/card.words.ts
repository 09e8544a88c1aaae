import { words } from '@zhengyou/domain/kit/words.ts';

/** What a leader's first page says of briefings. */
export const briefingCardWords = words({
  title: { zh: '情况专报', en: 'Briefings' },
  leadUnread: { zh: '有 {count} 期情况专报等您看。', en: '{count} briefings wait for you to read.' },
});

import { words } from '@zhengyou/domain/kit/words.ts';

export const dateWords = words({
  tomorrow: { zh: '明天', en: 'tomorrow' },
  yesterday: { zh: '昨天', en: 'yesterday' },
  left: { zh: '还有 {days} 天', en: '{days} days left' },
  leftOne: { zh: '还有 1 天', en: '1 day left' },
  past: { zh: '已过 {days} 天', en: '{days} days past' },
  pastOne: { zh: '已过 1 天', en: '1 day past' },
  dueToday: { zh: '就是今天', en: 'today' },
  at: { zh: '{day} {time}', en: '{day}, {time}' },
});

import { refusal } from '../kit/refusal.ts';

export const feedRefusals = {
  gone: refusal('feed.gone', 'missing', {
    zh: '这个日历地址没有了，或者换过新的。请登录后在「我」里再要一个。',
    en: 'This calendar address is gone, or was replaced. Sign in and ask for another on your own page.',
  }),
  tooOften: refusal('feed.tooOften', 'tooMany', {
    zh: '这个日历问得太勤了，请过 {minutes} 分钟再来。',
    en: 'This calendar asks too often; please come again in {minutes} min.',
  }),
  noFeed: refusal('feed.none', 'missing', {
    zh: '还没有日历地址。',
    en: 'There is no calendar address yet.',
  }),
  noEvent: refusal('feed.noEvent', 'missing', {
    zh: '这次约好的谈话不在了，或者已经改期。',
    en: 'This arranged talk is gone, or was moved.',
  }),
} as const;

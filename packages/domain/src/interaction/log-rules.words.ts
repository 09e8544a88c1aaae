import { refusal } from '../kit/refusal.ts';

export const LOG_REFUSALS = {
  nobody: refusal('log.nobody', 'invalid', { zh: '请选和谁谈的。', en: 'Choose whom you talked with.' }),
  tooLongAgo: refusal('log.tooLongAgo', 'invalid', {
    zh: '{year} 年离今天太远，像是写错了。请看看日期。',
    en: '{year} is too long ago; it looks like a slip. Please check the date.',
  }),
  inFuture: refusal('log.inFuture', 'unprocessable', {
    zh: '还没到那个时候。谈过再记；要约时间，请填「下次」。',
    en: 'That is still to come. Log a talk after it, or set it as the next one.',
  }),
  lateReasonAsked: refusal('log.lateReasonAsked', 'unprocessable', {
    zh: '这是 {year} 年的事，请写一句为什么现在才记。',
    en: 'This was in {year}. Say in a few words why it is recorded only now.',
  }),
  textTooLong: refusal('log.textTooLong', 'tooLarge', {
    zh: '写了 {length} 个字，最多 {limit} 个。请删短些，或分成几次记。',
    en: '{length} characters, at most {limit}. Shorten it, or spread it over several records.',
  }),
  tooManyPoints: refusal('log.tooManyPoints', 'tooLarge', {
    zh: '一次最多记 {limit} 条，其余请另记一次。',
    en: 'At most {limit} points in one log. Put the rest into another.',
  }),
  emptyPoint: refusal('log.emptyPoint', 'invalid', {
    zh: '这一条还是空的，请写上或删去。',
    en: 'This line is empty. Write it or remove it.',
  }),
  nextInPast: refusal('log.nextInPast', 'unprocessable', {
    zh: '下次的日子已经过去，请另选一天。',
    en: 'The next date has passed. Choose another.',
  }),
  mergeAsked: refusal('log.mergeAsked', 'conflict', {
    zh: '同一天、同一方式已经记过一次。合并，还是另记一次？',
    en: 'A talk on this day, in this way, is already recorded. Merge them, or keep both?',
  }),
} as const;

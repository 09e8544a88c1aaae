import { words } from '@zhengyou/domain/kit/words.ts';

export const searchWords = words({
  title: { zh: '谈话里找', en: 'Find in talks' },
  label: { zh: '两个字以上，几个词用空格隔开', en: 'Two characters or more; words parted by spaces' },
  scopeAll: { zh: '在全院的谈话记录里找。', en: 'Finds in all shared texts of the institution.' },
  scopeUnit: { zh: '在本单位的谈话记录里找。', en: 'Finds in the shared texts of your unit.' },
  scopeOwn: { zh: '在您自己的谈话记录里找。', en: 'Finds in the shared texts of your own talks.' },
  scopeChecker: {
    zh: '检查的职责看有几次，不看内容；内容要打开那一次，打开会记下来，本人看得到。您自己的谈话照常能找。',
    en: 'Who checks learns how many, not what: a text opens in its record, and the person sees that it was opened. Your own talks are found as ever.',
  },
  count: { zh: '{count} 次谈话里有。', en: 'In {count} talks.' },
  countAbout: { zh: '最多 {count} 次谈话里有。', en: 'In at most {count} talks.' },
  countMore: { zh: '{count} 次以上的谈话里有。', en: 'In more than {count} talks.' },
  countOnly: { zh: '全院 {count} 次谈话里提到。', en: '{count} talks of the institution hold it.' },
  none: { zh: '没有找到。', en: 'Nothing found.' },
  nothing: { zh: '换一个词，或者少写几个字再试。', en: 'Try another word, or a shorter one.' },
  more: { zh: '再往前找', en: 'Earlier ones' },
  first: { zh: '回到最近的', en: 'Back to the latest' },
  others: { zh: '等 {count} 人', en: 'and {count} more' },
});

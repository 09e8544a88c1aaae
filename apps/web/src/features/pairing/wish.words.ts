import { words } from '@zhengyou/domain/kit/words.ts';

export const wishWords = words({
  own: { zh: '我的心愿', en: 'My wishes' },
  of: { zh: '{name}的心愿', en: 'Wishes of {name}' },
  none: { zh: '还没有说过。', en: 'Nothing has been said yet.' },
  say: { zh: '说一个心愿', en: 'Say a wish' },
  write: { zh: '替本人记一个', en: 'Write one down for them' },
  which: { zh: '愿怎样结对', en: 'What is wished' },
  whichMissing: { zh: '请选一样。', en: 'Please choose one.' },
  words: { zh: '补一句（可以不写）', en: 'A sentence more (optional)' },
  wordsMissing: { zh: '请把心愿写下来。', en: 'Please write the wish.' },
  save: { zh: '记下', en: 'Keep' },
  added: { zh: '已记下', en: 'Kept' },
  remove: { zh: '不再这样想', en: 'No longer' },
  removed: { zh: '已去掉', en: 'Taken out' },
  toldTo: { zh: '本人说，{name}记下', en: 'told to {name}' },
  whoReads: {
    zh: '只有您和管名单的人看得到，对方看不到。规定有余地时照顾。',
    en: 'Read by you and by whoever keeps the list, not by the other side. Respected where the rules leave room.',
  },
  whoReadsOf: {
    zh: '只有{name}本人和管名单的人看得到。排方案时照顾。',
    en: 'Read by {name} and by whoever keeps the list. Respected when a plan is made.',
  },
});

import type { SettingKind } from '@zhengyou/domain/policy/local-setting.ts';
import { words, type Words } from '@zhengyou/domain/kit/words.ts';

/** What a number of the house's own is about. */
export const SETTING_WORDS: Readonly<Record<SettingKind, Words>> = words({
  firstTalkBy: { zh: '每年第一次谈话', en: 'First talk of the year' },
  recordWithin: { zh: '谈过以后记下来', en: 'Noting a talk' },
  reportWithin: { zh: '听到的报给班子', en: 'Reporting what was heard' },
  replyWithin: { zh: '提的事给回音', en: 'Answering what was raised' },
  requestWithin: { zh: '约请谈话给答复', en: 'Answering a request to talk' },
  achievementWithin: { zh: '做出成绩去道贺', en: 'Congratulating on an achievement' },
  hardshipWithin: { zh: '遇到困难去看望', en: 'Visiting in hardship' },
});

export const settingWords = words({
  line: { zh: '{what}，{unit}定在 {value}', en: '{what}: {value}, set by {unit}' },
  lineAll: { zh: '{what}，全院定在 {value}', en: '{what}: {value}, for all units' },
  by: { zh: '{day}前', en: 'by {day}' },
  days: { zh: '{count} 天内', en: 'within {count} days' },
  workingDays: { zh: '{count} 个工作日内', en: 'within {count} working days' },
  ends: { zh: '到 {until}为止', en: 'until {until}' },
  add: { zh: '自己定一个数', en: 'Set a number' },
  addTitle: { zh: '自己定一个数', en: 'Set a number of your own' },
  about: {
    zh: '办法只说「及时」的地方，本院可以定个数。到处都会标明是自定的，不是办法原文。',
    en: 'Where the measures say “promptly”, a number can be set here. It is marked as local everywhere, never as the rule’s.',
  },
  what: { zh: '什么事', en: 'What' },
  whose: { zh: '谁用', en: 'For whom' },
  wholeHouse: { zh: '全院', en: 'All units' },
  dayBy: { zh: '在这天以前', en: 'By this day' },
  within: { zh: '多少天内', en: 'Within' },
  unitDay: { zh: '天', en: 'days' },
  unitWorkingDay: { zh: '个工作日', en: 'working days' },
  reason: { zh: '为什么', en: 'Why' },
  reasonMissing: { zh: '请写一句为什么，大家都看得到。', en: 'Write why; everyone can read it.' },
  from: { zh: '从哪天起', en: 'From' },
  valueMissing: { zh: '请写一个数。', en: 'Write a number.' },
  save: { zh: '定下', en: 'Set it' },
  saved: { zh: '已定下', en: 'Set' },
  end: { zh: '不再用', en: 'End' },
  endTitle: { zh: '这一条不再用', en: 'End this one' },
  endText: { zh: '已经按它算过的不变。', en: 'What was judged by it stays as it was.' },
  until: { zh: '从哪天起不用', en: 'Not from' },
  ended: { zh: '已结束', en: 'Ended' },
});

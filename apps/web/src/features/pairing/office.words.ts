import { words } from '@zhengyou/domain/kit/words.ts';

export const officeWords = words({
  title: { zh: '随职务的联系', en: 'Offices as counterparts' },
  lead: { zh: '{count} 个职务，谁担任就联系谁。', en: '{count} offices, befriended whoever holds them.' },
  none: { zh: '还没有随职务的联系。', en: 'No office is befriended as such yet.' },
  sub: {
    zh: '写下一个职务，换了人，要调整的单子上会列出来，由您推荐接任的一位。',
    en: 'Name an office: when it changes hands, the to-do list shows it and you recommend its new holder.',
  },
  add: { zh: '添一个职务', en: 'Add an office' },
  office: { zh: '职务', en: 'Office' },
  officeHint: {
    zh: '照代表性身份的写法，如：九三学社东湖医院支社主委',
    en: 'As standings word it, such as “九三学社东湖医院支社主委”',
  },
  officeMissing: { zh: '请写上团体和职务，看得出是哪一个。', en: 'Please name the body and the post.' },
  reads: { zh: '读作：{kind}，{body}，{role}', en: 'Read as: {kind}, {body}, {role}' },
  member: { zh: '成员', en: 'member' },
  leader: { zh: '联系领导', en: 'Leader' },
  leaderMissing: { zh: '请选一位领导。', en: 'Please choose a leader.' },
  chooseLeader: { zh: '选一位领导', en: 'Choose a leader' },
  save: { zh: '添上', en: 'Add' },
  saved: { zh: '已添上', en: 'Added' },
  holder: { zh: '现在担任的：', en: 'Held by' },
  until: { zh: '{name}，至 {day}', en: '{name}, until {day}' },
  vacant: { zh: '现在空缺', en: 'Vacant now' },
  pair: { zh: '已联系{name}', en: 'Paired with {name}' },
  notPaired: { zh: '还没有结对', en: 'Not paired yet' },
  close: { zh: '不再随职务', en: 'No longer by office' },
  closeOf: { zh: '不再随职务：{name}', en: 'No longer by office: {name}' },
  closed: { zh: '已改为一般的联系', en: 'It is an ordinary pairing now' },
});

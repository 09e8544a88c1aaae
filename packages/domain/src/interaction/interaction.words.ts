import { words, type Words } from '../kit/words.ts';
import type { Channel } from '../policy/vocabulary.ts';
import type { PointKind, WhenChoice } from './log-rules.ts';
import type { NextChoice } from './next-talk.ts';
import type { ContactState, MarkKind } from './year-of-contact.ts';

export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = words({
  faceToFace: { zh: '面谈', en: 'In person' },
  phone: { zh: '电话', en: 'Phone' },
  online: { zh: '网络', en: 'Online' },
  symposium: { zh: '座谈', en: 'Symposium' },
  visit: { zh: '走访', en: 'Visit' },
  activity: { zh: '活动间隙', en: 'During an event' },
});

export const CONTACT_STATE_WORDS: Readonly<Record<ContactState, Words>> = words({
  met: { zh: '已谈', en: 'Talked' },
  onTrack: { zh: '如期', en: 'On track' },
  dueSoon: { zh: '将到', en: 'Due soon' },
  due: { zh: '该谈了', en: 'Due' },
  late: { zh: '过期未谈', en: 'Overdue' },
  firstPending: { zh: '待首谈', en: 'First talk pending' },
  excused: { zh: '暂缓', en: 'Excused' },
  noNumber: { zh: '没有定次数', en: 'No numeric duty' },
});

export const MARK_WORDS: Readonly<Record<MarkKind, Words>> = words({
  talk: { zh: '交谈', en: 'talk' },
  visit: { zh: '走访', en: 'visit' },
  event: { zh: '活动', en: 'event' },
  request: { zh: '约请', en: 'request' },
  planned: { zh: '已约', en: 'arranged' },
});

export const POINT_KIND_WORDS: Readonly<Record<PointKind, Words>> = words({
  opinion: { zh: '意见', en: 'Opinion' },
  difficulty: { zh: '困难', en: 'Difficulty' },
});

/** Whether what was raised travels with the name; not named unless the person agrees. */
export const NAMED_WORDS = words({
  named: { zh: '署名', en: 'Named' },
  unnamed: { zh: '不署名', en: 'Not named' },
});

export const WHEN_WORDS: Readonly<Record<WhenChoice, Words>> = words({
  now: { zh: '刚才', en: 'Just now' },
  thisMorning: { zh: '今天上午', en: 'This morning' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  pick: { zh: '选日期', en: 'Pick a date' },
});

export const NEXT_WORDS: Readonly<Record<NextChoice, Words>> = words({
  oneMonth: { zh: '一个月', en: 'One month' },
  threeMonths: { zh: '三个月', en: 'Three months' },
  sixMonths: { zh: '半年', en: 'Half a year' },
  open: { zh: '不定', en: 'Open' },
  pick: { zh: '选日期', en: 'Pick a date' },
});

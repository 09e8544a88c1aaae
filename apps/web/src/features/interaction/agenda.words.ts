import type { AgendaKind } from '@zhengyou/domain/interaction/agenda.contract.ts';
import { words, type Words } from '@zhengyou/domain/kit/words.ts';

export const AGENDA_WORDS: Readonly<Record<AgendaKind, Words>> = words({
  late: { zh: '过期未谈', en: 'Overdue' },
  due: { zh: '这天前谈', en: 'Talk by this day' },
  planned: { zh: '已约', en: 'Arranged' },
  festival: { zh: '节日', en: 'Festival' },
  resumes: { zh: '暂缓结束', en: 'No longer excused' },
  standingEnds: { zh: '身份届满', en: 'Standing ends' },
  postEnds: { zh: '任期届满', en: 'Post ends' },
  pairingEnds: { zh: '结对到期', en: 'Pairing ends' },
});

const WEEKDAYS = words({
  1: { zh: '周一', en: 'Mon' },
  2: { zh: '周二', en: 'Tue' },
  3: { zh: '周三', en: 'Wed' },
  4: { zh: '周四', en: 'Thu' },
  5: { zh: '周五', en: 'Fri' },
  6: { zh: '周六', en: 'Sat' },
  7: { zh: '周日', en: 'Sun' },
});

export const agendaWords = {
  weekday: WEEKDAYS,
  ...words({
    title: { zh: '近 {days} 天', en: 'The next {days} days' },
    sub: { zh: '{from}至 {last}，点一行看那一条。', en: '{from} to {last}; a line opens its record.' },
    print: { zh: '打印', en: 'Print' },
    kind: { zh: '哪一类', en: 'Kind' },
    anyKind: { zh: '全部', en: 'Everything' },
    unit: { zh: '单位', en: 'Unit' },
    anyUnit: { zh: '全部单位', en: 'Any unit' },
    leader: { zh: '领导', en: 'Leader' },
    anyLeader: { zh: '全部领导', en: 'Any leader' },
    choice: { zh: '{name} {count}', en: '{name} {count}' },
    nothing: { zh: '这些天没有要办的。', en: 'Nothing in these days.' },
    past: { zh: '已过', en: 'Past' },
    week: { zh: '{from}至 {last}', en: '{from} to {last}' },
    thisWeek: { zh: '这周，{week}', en: 'This week, {week}' },
    nextWeek: { zh: '下周，{week}', en: 'Next week, {week}' },
  }),
};

import { words } from '@zhengyou/domain/kit/words.ts';

export const friendWords = words({
  title: { zh: '谈前一分钟', en: 'A minute before the talk' },
  notFound: { zh: '没有找到这位朋友。', en: 'This friend was not found.' },
  talked: { zh: '谈过了', en: 'We talked' },
  log: { zh: '记一次', en: 'Log a talk' },
  last: { zh: '上次', en: 'Last' },
  never: { zh: '还没有谈过', en: 'Not talked yet' },
  next: { zh: '下次', en: 'Next' },
  year: { zh: '今年', en: 'This year' },
  counted: { zh: '谈了 {done} 次，望谈 {aim} 次', en: '{done} talks, {aim} hoped for' },
  countedPlain: { zh: '谈了 {done} 次', en: '{done} talks' },
  withLeader: { zh: '{leader}联系', en: 'with {leader}' },
  talks: { zh: '谈过的', en: 'What was talked about' },
  talksNote: { zh: '双方看到的是同一份', en: 'both sides read the same text' },
  putOff: { zh: '改期或暂不便', en: 'Put off, or not possible now' },
});

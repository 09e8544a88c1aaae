import { refusal } from '../kit/refusal.ts';
import { words, type Words } from '../kit/words.ts';
import type { PauseAction } from './pause.ts';

export const PAUSE_WORDS: Readonly<Record<PauseAction, Words>> = words({
  excuse: { zh: '暂缓', en: 'excuse' },
  snooze: { zh: '晚点提醒', en: 'remind later' },
  takeBack: { zh: '撤回', en: 'take back' },
});

export const pauseRefusals = {
  excuseReason: refusal('pause.excuseReason', 'invalid', {
    zh: '请写一句为什么暂不便；对方看得到。',
    en: 'Say in a sentence why not now; the other side can read it.',
  }),
  endsBefore: refusal('pause.endsBefore', 'invalid', {
    zh: '结束的日子在开始以前，请改一下。',
    en: 'It ends before it begins; please change a day.',
  }),
  earlierYear: refusal('pause.earlierYear', 'invalid', {
    zh: '开始的日子要在 {year} 年里；往年的联系已经过去，不再改。',
    en: 'It can begin within {year}; earlier years are past and stay as they are.',
  }),
  tooLong: refusal('pause.tooLong', 'invalid', {
    zh: '最多暂缓 {months} 个月。更久就请调整结对。',
    en: 'At most {months} months. For longer, please ask for another pairing.',
  }),
  notLater: refusal('pause.notLater', 'invalid', {
    zh: '请选今天以后的一天。',
    en: 'Choose a day after today.',
  }),
  tooLate: refusal('pause.tooLate', 'invalid', {
    zh: '最晚 {months} 个月以后提醒。再晚就用「暂不便」写明缘由。',
    en: 'At most {months} months later. For longer, say that it is not possible now, and why.',
  }),
  snoozeReason: refusal('pause.snoozeReason', 'invalid', {
    zh: '这已经不是第一次推迟，请写一句为什么；对方看得到。',
    en: 'This is not the first time; say in a sentence why. The other side can read it.',
  }),
  noPair: refusal('pause.noPair', 'missing', {
    zh: '没有找到这一对，或者已经不再结对。',
    en: 'This pair was not found, or is no longer paired.',
  }),
  goneAlready: refusal('pause.goneAlready', 'conflict', {
    zh: '这一条已经撤回过了。',
    en: 'It has been taken back already.',
  }),
} as const;

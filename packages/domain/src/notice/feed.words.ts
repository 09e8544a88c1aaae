import { words } from '../kit/words.ts';

/** Titles in a calendar that others may look over a shoulder at: without names unless its owner says so. */
export const feedWords = words({
  name: { zh: '诤友', en: 'Zhengyou' },
  about: { zh: '联谊的日子', en: 'Days of the liaison' },
  talk: { zh: '约好的谈话', en: 'A talk arranged' },
  talkNamed: { zh: '与{who}谈话（{channel}）', en: 'Talk with {who} ({channel})' },
  due: { zh: '该联系了', en: 'A talk is due' },
  dueNamed: { zh: '该联系{who}了', en: 'A talk with {who} is due' },
  festival: { zh: '{what}，可以走访', en: '{what}: time for a visit' },
  standingEnds: { zh: '一项任职到期', en: 'A standing ends' },
  standingEndsNamed: { zh: '{who}：{what}到期', en: '{who}: {what} ends' },
  postEnds: { zh: '职务到期', en: 'A post ends' },
  postEndsNamed: { zh: '{who}：{what}到期', en: '{who}: {what} ends' },
  pairingEnds: { zh: '一对结对到期', en: 'A pairing ends' },
  pairingEndsNamed: { zh: '与{who}的结对到期', en: 'The pairing with {who} ends' },
  log: { zh: '谈过了，点开链接记一次。', en: 'After the talk, open the link to log it.' },
  open: { zh: '点开链接看详情。', en: 'Open the link for more.' },
});

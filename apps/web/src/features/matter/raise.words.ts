import type { MatterKind } from '@zhengyou/domain/matter/matter.ts';
import { words, type Words } from '@zhengyou/domain/kit/words.ts';

export const raiseWords = words({
  raise: { zh: '提一条', en: 'Raise something' },
  kind: { zh: '说的是', en: 'It is' },
  title: { zh: '一句话', en: 'In one sentence' },
  titleHint: { zh: '用您自己的话，就拿它作标题', en: 'In your own words; it becomes the title' },
  points: { zh: '分几点说', en: 'Point by point' },
  pointsHint: { zh: '每一点都会单独得到答复', en: 'Each point is answered by itself' },
  pointsOne: { zh: '只有这一句也行', en: 'The one sentence is enough' },
  point: { zh: '第 {at} 点', en: 'Point {at}' },
  addPoint: { zh: '加一点', en: 'Add a point' },
  removePoint: { zh: '去掉第 {at} 点', en: 'Remove point {at}' },
  naming: { zh: '署名', en: 'Your name' },
  unnamedMeans: {
    zh: '只有听到的领导和统战部知道是您。报告和交办里不出现名字，答复由统战部转达。',
    en: 'Only the leader who heard it and the office know that it was you. Reports and departments do not; the office passes the reply on.',
  },
  namedMeans: {
    zh: '报告班子、交部门办时都带名字，承办的人可以直接找您。',
    en: 'Your name goes along to the leadership and to the department, who can turn to you.',
  },
  namingLater: { zh: '报告班子以前可以改。', en: 'You can change this until it is reported.' },
  toWhom: { zh: '说给', en: 'To' },
  toOffice: { zh: '只给统战部', en: 'The office alone' },
  send: { zh: '提出', en: 'Send' },
  empty: { zh: '请写下想说的事，一句话就行。', en: 'Please write down what it is about; a sentence will do.' },
  emptyPoint: { zh: '这一点还空着，写上或去掉。', en: 'This point is empty: fill it in or remove it.' },
  sent: { zh: '收到了，编号 {number}。', en: 'Received as {number}.' },
  see: { zh: '看看', en: 'See it' },
  forWhom: { zh: '谁提的', en: 'Raised by' },
  forWhomHint: { zh: '打姓名或拼音来找', en: 'Find by name' },
  forWhomMissing: { zh: '请选是谁提的。', en: 'Please choose who raised it.' },
  another: { zh: '换一位', en: 'Someone else' },
});

export const kindMeans: Readonly<Record<MatterKind, Words>> = words({
  opinion: { zh: '对哪件事的看法', en: 'A view on something' },
  suggestion: { zh: '想出的办法', en: 'A way to do it better' },
  difficulty: { zh: '工作生活里的难处', en: 'Something hard at work or at home' },
});

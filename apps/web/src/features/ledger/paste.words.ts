import { words } from '@zhengyou/domain/kit/words.ts';

export const pasteWords = words({
  title: { zh: '粘贴名单', en: 'Paste people' },
  sub: {
    zh: '从 Excel 复制一片，或粘贴聊天里的几行。先看，再写入',
    en: 'A block copied from Excel, or lines of a message. Look first, then write',
  },
  back: { zh: '人员', en: 'People' },
  box: { zh: '粘贴在这里', en: 'Paste here' },
  go: { zh: '接着看', en: 'Go on' },
  read: { zh: '读到 {rows} 行。', en: '{rows} rows read.' },
  unguessed: {
    zh: '有 {columns} 列认不准，先不收，下一步可以改。',
    en: '{columns} columns are uncertain and left out; you can change that next.',
  },
  notTaken: { zh: '不收', en: 'left out' },
  known: { zh: '名单里', en: 'On the list' },
  twin: { zh: '已有同名：{units}', en: 'same name: {units}' },
  shown: { zh: '只列前 {shown} 行，共 {rows} 行都会读。', en: 'The first {shown} are shown; all {rows} are read.' },
});

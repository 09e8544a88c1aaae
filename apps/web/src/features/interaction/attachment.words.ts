import { words } from '@zhengyou/domain/kit/words.ts';

export const attachmentWords = words({
  label: { zh: '附件（双方可见）', en: 'Files (both sides see them)' },
  choose: { zh: '选文件', en: 'Choose files' },
  hint: {
    zh: 'PDF、图片、Word、Excel，一个最多 10 MB，最多 5 个。没有附件也完全可以。',
    en: 'PDF, pictures, Word, Excel; 10 MB each, at most 5. None is needed.',
  },
  remove: { zh: '去掉{name}', en: 'Remove {name}' },
  needsNetwork: {
    zh: '附件要连着网才能存。文字都在：连上以后再按「存好」，或先去掉附件、只存文字。',
    en: 'Files need the network. What you wrote is still here: save again once connected, or remove the files and save the text alone.',
  },
  failed: {
    zh: '谈话已记好，附件{name}没有附上：{reason}',
    en: 'The talk is saved; the file {name} was not added: {reason}',
  },
  attach: { zh: '附文件', en: 'Add a file' },
  added: { zh: '附上了', en: 'Added' },
  download: { zh: '下载{name}', en: 'Download {name}' },
  about: { zh: '{name}（{size}，{by}附）', en: '{name} ({size}, added by {by})' },
  takeAway: { zh: '撤下', en: 'Take away' },
});

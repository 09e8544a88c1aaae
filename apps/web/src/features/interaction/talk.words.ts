import { words } from '@zhengyou/domain/kit/words.ts';

export const talkWords = words({
  none: {
    zh: '还没有记过。谈过以后，记下的每个字都在这里。',
    en: 'Nothing recorded yet. Every word written of a talk will stand here.',
  },
  more: { zh: '更早的 {count} 次', en: '{count} earlier' },
  noWords: { zh: '只记了谈过，没有写内容。', en: 'Only that there was a talk; nothing was written.' },
  attempt: { zh: '没有谈成', en: 'it did not come about' },
  withheld: {
    zh: '检查时只看到谈过。',
    en: 'A check sees that there was a talk.',
  },
  open: { zh: '打开看内容，会记下来，本人看得到', en: 'Open the text; it is written down, and the person sees it' },
  one: { zh: '一次谈话', en: 'One talk' },
  withLeader: { zh: '，联系领导{leader}', en: ', with {leader}' },
  notFound: {
    zh: '没有找到这一次，或者不在您能看的范围里。',
    en: 'This talk was not found, or is not within what you may see.',
  },
  recordedAs: { zh: '{name}代记', en: 'written by {name}' },
  others: { zh: '还有 {count} 位', en: 'and {count} more' },
  handling: { zh: '办理：{text}', en: 'Handling: {text}' },
});

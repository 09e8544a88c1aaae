import { words } from '@zhengyou/domain/kit/words.ts';

export const helpingWords = words({
  title: { zh: '我帮的领导', en: 'Leaders I help' },
  lead: { zh: '{name}，您在替 {count} 位领导办。', en: '{name}, you act for {count}.' },
  leadQuiet: { zh: '{name}，现在没有替谁办。', en: '{name}, you act for nobody at present.' },
  leadDue: { zh: '{name}，该联系的有 {count} 位。', en: '{name}, {count} to contact.' },
  none: {
    zh: '领导请您代办以后，名字和可以办的事都在这里。',
    en: 'Once a leader asks you, their name and what you may do stand here.',
  },
  until: { zh: '到{day}为止', en: 'until {day}' },
  week: { zh: '该联系 {due} 位，共 {all} 位', en: '{due} of {all} to contact' },
  weekQuiet: { zh: '{all} 位朋友，眼下没有要联系的', en: '{all} friends, nobody to contact now' },
  log: { zh: '代记', en: 'Log' },
  logFor: { zh: '代记，{name}，代{leader}', en: 'Log, {name}, for {leader}' },
  written: { zh: '代记过的，等{leader}确认', en: 'Logged by you, {leader} has yet to confirm' },
  writtenLine: { zh: '{day}，{way}，{people}', en: '{day}, {way}, {people}' },
  noScope: { zh: '没有请您看朋友和到时。', en: 'Friends and days are not lent to you.' },
  ahead: { zh: '{leader}：从{from}开始', en: '{leader}: from {from}' },
  ended: { zh: '{leader}：{standing}', en: '{leader}: {standing}' },
  others: { zh: '还没开始的和已经停的', en: 'Not begun, and ended' },
  more: { zh: '再看 {count} 位', en: '{count} more' },
  may: { zh: '可以{scopes}', en: 'You may: {scopes}' },
});

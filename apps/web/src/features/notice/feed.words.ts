import { words } from '@zhengyou/domain/kit/words.ts';

export const feedPageWords = words({
  title: { zh: '放进自己的日历', en: 'In your own calendar' },
  none: {
    zh: '约好的谈话、该联系的日子，可以出现在您手机或电脑的日历里。日历里不写名字。',
    en: 'Talks arranged and days that are due can stand in the calendar of your phone or desk. No name goes there.',
  },
  make: { zh: '要一个日历地址', en: 'Get a calendar address' },
  once: {
    zh: '这个地址只显示这一次，谁拿到都能看这些日子，请只交给自己的日历。',
    en: 'This address is shown once. Whoever has it can read these days: give it to your own calendar only.',
  },
  address: { zh: '日历地址', en: 'Calendar address' },
  copy: { zh: '复制地址', en: 'Copy the address' },
  copied: { zh: '已复制', en: 'Copied' },
  subscribe: { zh: '用日历打开', en: 'Open in the calendar' },
  open: { zh: '日历地址已经开着，{day}要的。', en: 'An address is open since {day}.' },
  asked: { zh: '日历上次来看是{at}。', en: 'A calendar last asked on {at}.' },
  neverAsked: { zh: '还没有日历来看过。', en: 'No calendar has asked yet.' },
  again: { zh: '换一个地址', en: 'Make another' },
  againHint: { zh: '换了，原来的马上不能用。', en: 'The old one stops at once.' },
  close: { zh: '关掉', en: 'Close it' },
  closed: { zh: '日历地址已关掉', en: 'The calendar address is closed' },
  names: { zh: '日历里写上名字', en: 'Write names into the calendar' },
  namesMeaning: {
    zh: '写上名字，您的手机厂商、日历服务和能看您日历的人就都看得到您和谁谈。谈了什么不会写。',
    en: 'With names, the maker of your phone, the calendar service and whoever may look at your calendar learn with whom you talk. What was said never goes there.',
  },
  namesOn: { zh: '日历里会写名字了', en: 'Names now go to your calendar' },
  namesOff: { zh: '日历里不再写名字', en: 'Names no longer go to your calendar' },
  talks: { zh: '也可以只带走一次：', en: 'Or take along one talk:' },
  take: { zh: '{day}{at}，放进日历', en: '{day} {at}: to the calendar' },
});

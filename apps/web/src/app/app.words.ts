import { words } from '@zhengyou/domain/kit/words.ts';

export const appWords = words({
  name: { zh: '诤友', en: 'Zhengyou' },
  titled: { zh: '{title} · 诤友', en: '{title} · Zhengyou' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  mainNav: { zh: '主导航', en: 'Main navigation' },
  bar: { zh: '底栏', en: 'Bottom bar' },
  menu: { zh: '目录', en: 'Contents' },
  back: { zh: '返回', en: 'Back' },
  logTalk: { zh: '记一次', en: 'Log a talk' },

  home: { zh: '首页', en: 'Home' },
  friends: { zh: '朋友', en: 'Friends' },
  me: { zh: '我', en: 'Me' },
  year: { zh: '一年的联系', en: 'A year of contact' },
  people: { zh: '人员', en: 'People' },
  pairings: { zh: '结对', en: 'Pairings' },
  policy: { zh: '实施办法', en: 'The measures' },
  ledger: { zh: '导入', en: 'Import' },

  notFound: { zh: '没有这一页。', en: 'There is no such page.' },
  notFoundText: {
    zh: '地址可能抄漏了字，也可能这一页已经搬走。',
    en: 'The address may lack a letter, or the page has moved.',
  },
  toHome: { zh: '回首页', en: 'To the home page' },
  broken: { zh: '这一页出了差错。', en: 'Something went wrong on this page.' },
  brokenSafe: {
    zh: '已存的都在，没存的还在这台设备里。',
    en: 'What was saved is safe; what was not is still on this device.',
  },
  reload: { zh: '重新打开', en: 'Open again' },
  unanswered: { zh: '没有连上。', en: 'No connection.' },
  unansweredSafe: { zh: '已存的都在，写的也还在。', en: 'What was saved is safe, and what you wrote is still here.' },
  asked: { zh: '告诉管理员时请带上编号。', en: 'Give this number when you ask for help.' },

  look: { zh: '显示', en: 'Appearance' },
  theme: { zh: '明暗', en: 'Theme' },
  themeSystem: { zh: '跟随系统', en: 'System' },
  themeLight: { zh: '浅色', en: 'Light' },
  themeDark: { zh: '深色', en: 'Dark' },
  typeSize: { zh: '字号', en: 'Text size' },
  typeNormal: { zh: '标准', en: 'Normal' },
  typeLarge: { zh: '大字', en: 'Large' },
  language: { zh: '语言', en: 'Language' },
  languageZh: { zh: '中文', en: '中文' },
  languageEn: { zh: 'English', en: 'English' },
});

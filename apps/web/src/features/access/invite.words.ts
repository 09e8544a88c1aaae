import { words } from '@zhengyou/domain/kit/words.ts';

export const inviteWords = words({
  invite: { zh: '发登录链接', en: 'Invite to sign in' },
  title: { zh: '给{name}的登录链接', en: 'A sign-in link for {name}' },
  what: {
    zh: '{name}打开链接，自己设一个密码，就能登录。链接 7 天内有效，用一次就失效；以前发过的会同时作废。请当面或用您信得过的方式交给本人。',
    en: '{name} opens the link, sets a password and is in. It lasts 7 days and works once; an earlier link dies with it. Hand it over in person or in a way that you trust.',
  },
  make: { zh: '做一个链接', en: 'Make a link' },
  link: { zh: '链接只显示这一次', en: 'The link, shown this once' },
  copy: { zh: '抄下链接', en: 'Copy the link' },
  copied: { zh: '已抄下', en: 'Copied' },
  details: { zh: '登录名 {login}，{until}前有效', en: 'Login {login}, valid until {until}' },
});

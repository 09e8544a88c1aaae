import { words } from '@zhengyou/domain/kit/words.ts';

export const noticeWords = words({
  title: { zh: '提醒', en: 'Reminders' },
  leadNone: { zh: '没有要办的，也没有没看的。', en: 'Nothing to do, and nothing unread.' },
  lead: { zh: '有 {count} 件。', en: '{count} for you.' },
  leadUnread: { zh: '有 {count} 件，{unread} 件还没看。', en: '{count} for you, {unread} unread.' },
  show: { zh: '看哪些', en: 'Which' },
  open: { zh: '要办的和没看的', en: 'To do and unread' },
  all: { zh: '全部', en: 'All' },
  readAll: { zh: '都看过了', en: 'Mark all as read' },
  unread: { zh: '没看过', en: 'Unread' },
  done: { zh: '已办', en: 'Done' },
  toDo: { zh: '等您', en: 'Waits for you' },
  by: { zh: '{day}前', en: 'by {day}' },
  past: { zh: '过了 {day}', en: 'past {day}' },
  on: { zh: '{day}', en: '{day}' },
  more: { zh: '再看一些', en: 'Show more' },
  emptyAll: { zh: '还没有提醒。', en: 'No reminders yet.' },
  opening: { zh: '正在打开…', en: 'Opening…' },
  unreadOnes: { zh: '{count} 件提醒没看', en: '{count} unread reminders' },
  noneUnread: { zh: '没有没看的提醒', en: 'No unread reminders' },
  settings: { zh: '怎样提醒', en: 'How you are reminded' },
});

import { refusal } from '../kit/refusal.ts';

export const delegationRefusals = {
  over: refusal('delegation.over', 'forbidden', {
    zh: '{name}请您代办的时间到 {on} 为止，已经过了，这一条没有存进去。写下的都还在这里；请把它交给{name}，或请{name}再续一段。',
    en: 'The time for which you act for {name} ended after {on}; this was not saved. What you wrote is still here: hand it to {name}, or ask for more time.',
  }),
  revoked: refusal('delegation.revoked', 'forbidden', {
    zh: '{name}已经收回请您代办的授权，这一条没有存进去。写下的都还在这里；要交给{name}，可以先复制下来。',
    en: '{name} has taken back what was lent to you; this was not saved. What you wrote is still here to be copied and handed over.',
  }),
  laidDown: refusal('delegation.laidDown', 'forbidden', {
    zh: '替{name}代办的事您已经放下，这一条没有存进去。写下的都还在这里。',
    en: 'You have laid down acting for {name}; this was not saved. What you wrote is still here.',
  }),
  notBegun: refusal('delegation.notBegun', 'forbidden', {
    zh: '{name}请您代办，从 {on} 开始；还没到那一天。',
    en: 'You act for {name} from {on}; that day has not come.',
  }),
  notConfirmed: refusal('delegation.notConfirmed', 'forbidden', {
    zh: '还要{name}点一下确认，您才能代办。',
    en: '{name} has yet to confirm before you can act.',
  }),
  noneLent: refusal('delegation.noneLent', 'forbidden', {
    zh: '{name}没有请您代办。',
    en: '{name} has not asked you to act.',
  }),
  noLogging: refusal('delegation.noLogging', 'forbidden', {
    zh: '{name}请您代办的事里没有「代记谈话」，这一条没有存进去；写下的都还在这里。',
    en: 'What {name} lent you does not include logging talks; this was not saved, and what you wrote is still here.',
  }),
  noArranging: refusal('delegation.noArranging', 'forbidden', {
    zh: '{name}请您代办的事里没有「安排约谈」。',
    en: 'What {name} lent you does not include arranging talks.',
  }),
  noFriends: refusal('delegation.noFriends', 'forbidden', {
    zh: '{name}没有请您看联谊对象和时间。',
    en: '{name} has not let you see friends and days.',
  }),
  oneself: refusal('delegation.oneself', 'invalid', {
    zh: '不用请自己代办。',
    en: 'You need no leave to act for yourself.',
  }),
  daysCrossed: refusal('delegation.daysCrossed', 'invalid', {
    zh: '最后一天在第一天之前，请看看日期。',
    en: 'The last day lies before the first; please check the days.',
  }),
  daysPast: refusal('delegation.daysPast', 'unprocessable', {
    zh: '这段时间已经过去，请另选。',
    en: 'These days have passed; choose others.',
  }),
  nothingLent: refusal('delegation.nothingLent', 'invalid', {
    zh: '请至少选一件可以代办的事。',
    en: 'Choose at least one thing to be done in your name.',
  }),
  noLeader: refusal('delegation.noLeader', 'missing', {
    zh: '没有找到这位领导，或者今天不在领导岗位上。',
    en: 'This leader was not found, or holds no leadership post today.',
  }),
  noSecretary: refusal('delegation.noSecretary', 'unprocessable', {
    zh: '这一位还没有列为秘书。请统战部先在人员页上列一下。',
    en: 'This person is not listed as a secretary yet. The office can do so on the person’s page.',
  }),
  noHelper: refusal('delegation.noHelper', 'unprocessable', {
    zh: '能代理的是另一位领导，或者一位秘书。',
    en: 'Whoever stands in is another leader, or a secretary.',
  }),
  lentAlready: refusal('delegation.lentAlready', 'conflict', {
    zh: '这些日子里已经请了这一位。要改，请先收回原来的。',
    en: 'This person acts for these days already. To change it, take the earlier one back first.',
  }),
  proxyAlready: refusal('delegation.proxyAlready', 'conflict', {
    zh: '这些日子里已经有人代理。同一天只请一位；要换，请先收回原来的。',
    en: 'Somebody stands in on some of these days already. One at a time: take the earlier one back first.',
  }),
  proxyAway: refusal('delegation.proxyAway', 'conflict', {
    zh: '这一位在这些日子里自己也请了人代理。代理不再转给别人，请换一位，或者换日子。',
    en: 'Somebody stands in for this person on some of these days. A name that was lent is not lent on: choose someone else, or other days.',
  }),
  standsInAlready: refusal('delegation.standsInAlready', 'conflict', {
    zh: '这些日子里您正替别人代理。代理不再转给别人；请先放下那一份，再请人代理自己。',
    en: 'On some of these days you stand in for somebody else. A name that was lent is not lent on: lay that down first.',
  }),
  notNow: refusal('delegation.notNow', 'conflict', {
    zh: '这一份已经有了结果，不能再这样办。',
    en: 'This has been settled meanwhile; it can no longer be done.',
  }),
  representative: refusal('delegation.representative', 'conflict', {
    zh: '代表人士不列为秘书。',
    en: 'A representative is not listed as a secretary.',
  }),
} as const;

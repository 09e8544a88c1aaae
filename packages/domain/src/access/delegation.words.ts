import { words, type Words } from '../kit/words.ts';
import type { DelegationAction, DelegationKind, DelegationScope, DelegationStanding } from './delegation.ts';

export const DELEGATION_SCOPE_WORDS: Readonly<Record<DelegationScope, Words>> = words({
  friends: { zh: '看联谊对象和到时', en: 'See friends and when a talk is due' },
  log: { zh: '代记谈话', en: 'Log talks' },
  arrange: { zh: '安排约谈', en: 'Arrange talks' },
  remind: { zh: '代收提醒', en: 'Receive reminders' },
});

export const DELEGATION_KIND_WORDS: Readonly<Record<DelegationKind, Words>> = words({
  secretary: { zh: '秘书代办', en: 'Secretary' },
  proxy: { zh: '请假代理', en: 'Stand-in during leave' },
});

export const DELEGATION_STANDING_WORDS: Readonly<Record<DelegationStanding, Words>> = words({
  asked: { zh: '等领导确认', en: 'Waits for the leader' },
  ahead: { zh: '还没开始', en: 'Not begun' },
  running: { zh: '正在代办', en: 'In force' },
  over: { zh: '已到期', en: 'Over' },
  declined: { zh: '领导没有同意', en: 'Declined' },
  revoked: { zh: '已收回', en: 'Taken back' },
  laidDown: { zh: '已放下', en: 'Laid down' },
});

export const DELEGATION_ACTION_WORDS: Readonly<Record<DelegationAction, Words>> = words({
  ask: { zh: '提出', en: 'asked' },
  give: { zh: '交代', en: 'given' },
  confirm: { zh: '确认', en: 'confirmed' },
  decline: { zh: '没有同意', en: 'declined' },
  revoke: { zh: '收回', en: 'taken back' },
  layDown: { zh: '放下', en: 'laid down' },
});

import { words, type Words } from '../kit/words.ts';
import type { AdjustmentKind } from './adjustment.ts';

export const ADJUSTMENT_WORDS: Readonly<Record<AdjustmentKind, Words>> = words({
  leaderLeft: { zh: '{leader}{day}起不在任', en: '{leader} is out of office since {day}' },
  leaderLeaves: { zh: '{leader}{day}起不再任职', en: '{leader} leaves office on {day}' },
  representativeLeft: { zh: '{representative}{day}起不在名单内', en: '{representative} is off the list since {day}' },
  retired: { zh: '{representative}{day}退休', en: '{representative} retired on {day}' },
  outOfScope: {
    zh: '{representative}的{standing}{day}届满，没有别的身份',
    en: 'The standing of {representative} ({standing}) ended on {day}, with no other',
  },
  tierChanged: {
    zh: '{representative}的{standing}{day}届满，改属{tier}联系',
    en: 'The standing of {representative} ({standing}) ended on {day}; now of the tier {tier}',
  },
  expiring: {
    zh: '{representative}的{standing}{day}届满',
    en: 'The standing of {representative} ({standing}) ends on {day}',
  },
  changeAsked: { zh: '{representative}{day}请求另配一位', en: '{representative} asked for another leader on {day}' },
  anotherAsked: { zh: '{leader}{day}请另荐一位', en: '{leader} asked for another on {day}' },
  declined: { zh: '{leader}{day}没有接受{representative}', en: '{leader} declined {representative} on {day}' },
  officeChanged: { zh: '{office}{day}起由{successor}担任', en: '{successor} holds {office} since {day}' },
  plannedEnd: { zh: '方案“{draft}”定于{day}起解除', en: 'The plan “{draft}” ends this pair from {day}' },
});

export const ADJUSTMENT_KIND_WORDS: Readonly<Record<AdjustmentKind, Words>> = words({
  leaderLeft: { zh: '领导不在任', en: 'Leader out of office' },
  leaderLeaves: { zh: '领导将离任', en: 'Leader leaves' },
  representativeLeft: { zh: '不在名单内', en: 'Off the list' },
  retired: { zh: '退休', en: 'Retired' },
  outOfScope: { zh: '不再属于联系范围', en: 'Out of scope' },
  tierChanged: { zh: '改属另一级', en: 'Of another tier' },
  expiring: { zh: '身份将届满', en: 'Standing ends' },
  changeAsked: { zh: '请求调整', en: 'Change asked for' },
  anotherAsked: { zh: '请另荐一位', en: 'Another asked for' },
  declined: { zh: '未接受', en: 'Declined' },
  officeChanged: { zh: '职务换人', en: 'Office changed hands' },
  plannedEnd: { zh: '方案定好解除', en: 'Planned end' },
});

/** What a renewal’s sandbox brings about, and what a solver is told. */
export const RENEWAL_WORDS = words({
  outOfScope: { zh: '{standing}{day}届满', en: '{standing} ends on {day}' },
  comesIn: { zh: '{standing}，任期自{day}', en: '{standing}, from {day}' },
  postBegins: { zh: '{day}起任{title}（{unit}）', en: 'From {day} {title} ({unit})' },
  postEnds: { zh: '{day}起不再任职', en: 'Out of office from {day}' },
  standingBegins: { zh: '{day}起任{title}', en: 'From {day} {title}' },
  standingEnds: { zh: '{title}到{day}为止', en: '{title} ends on {day}' },
  leavesList: { zh: '{day}起不在名单内', en: 'Off the list from {day}' },
  standingGone: { zh: '这个身份已不在记录里', en: 'This standing is no longer in the records' },
  postGone: { zh: '这个职务已不在记录里', en: 'This post is no longer in the records' },
  duePair: { zh: '{leader}与{representative}：{reason}', en: '{leader} and {representative}: {reason}' },
  dueShort: { zh: '{leader}届时还差 {short} 人', en: '{leader} will be {short} short' },
  dueUnpaired: {
    zh: '{representative}届时应有联系人（{standing}）',
    en: '{representative} should then have a leader ({standing})',
  },
});

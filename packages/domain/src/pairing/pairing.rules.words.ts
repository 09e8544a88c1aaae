import { refusal } from '../kit/refusal.ts';

export const PAIRING_REFUSALS = {
  noLeader: refusal('pairing.noLeader', 'missing', { zh: '没有找到这位领导。', en: 'This leader was not found.' }),
  noRepresentative: refusal('pairing.noRepresentative', 'missing', {
    zh: '没有找到这位代表人士。',
    en: 'This representative was not found.',
  }),
  samePerson: refusal('pairing.samePerson', 'unprocessable', {
    zh: '两边是同一个人，请另选一位。',
    en: 'Both sides are one person. Choose another.',
  }),
  endsBeforeStart: refusal('pairing.endsBeforeStart', 'invalid', {
    zh: '结束的日子要晚于开始的日子。',
    en: 'It must end later than it begins.',
  }),
  leaderNotInPost: refusal('pairing.leaderNotInPost', 'unprocessable', {
    zh: '{leader}这一天不在任，不能新结对。请改日子，或另选一位领导。',
    en: '{leader} is not in post on that day. Change the day or choose another leader.',
  }),
  representativeLeft: refusal('pairing.representativeLeft', 'unprocessable', {
    zh: '{representative}这一天不在名单内，不能新结对。请改日子，或先核对人员。',
    en: '{representative} is not on the list on that day. Change the day or check the person first.',
  }),
  alreadyPaired: refusal('pairing.alreadyPaired', 'conflict', {
    zh: '{leader}与{representative}在这段时间已经结对，不必再结。',
    en: '{leader} and {representative} are already paired in this time.',
  }),
  proposedAlready: refusal('pairing.proposedAlready', 'conflict', {
    zh: '{representative}已推荐给{leader}，正等答复或发布。',
    en: '{representative} has been recommended to {leader} already and waits for the answer or for publication.',
  }),
  superior: refusal('pairing.superior', 'unprocessable', {
    zh: '{leader}是{representative}的直接上级，不宜结对：说话难以平等。请另选一位。',
    en: '{leader} is the direct superior of {representative}: they could hardly talk as equals. Choose another.',
  }),
  household: refusal('pairing.household', 'unprocessable', {
    zh: '{leader}与{representative}是一家人，不宜结对。请另选一位。',
    en: '{leader} and {representative} are of one household. Choose another.',
  }),
  declared: refusal('pairing.declared', 'unprocessable', {
    zh: '{leader}与{representative}申明过回避。请另选一位。',
    en: '{leader} and {representative} have declared that they should not be paired. Choose another.',
  }),
  overCap: refusal('pairing.overCap', 'unprocessable', {
    zh: '{leader}已联系 {has} 人，至多 {max} 人。',
    en: '{leader} befriends {has} already, at most {max}.',
  }),
  capReached: refusal('pairing.capReached', 'unprocessable', {
    zh: '{representative}已有的联系领导到了办法定的人数。请另选一位，或先解除一对。',
    en: '{representative} already has as many leaders as the measures allow. Choose another, or end a pairing first.',
  }),
  notEligible: refusal('pairing.notEligible', 'unprocessable', {
    zh: '{representative}在任的身份不在这一级的联系范围内。可写明理由后结对，或先补上身份。',
    en: '{representative} holds no standing within this tier. State a reason to go on, or add the standing first.',
  }),
  outsideScope: refusal('pairing.outsideScope', 'unprocessable', {
    zh: '{representative}在任的身份不在这一级的联系范围内，请先补上身份。',
    en: '{representative} holds no standing within this tier. Add the standing first.',
  }),
} as const;

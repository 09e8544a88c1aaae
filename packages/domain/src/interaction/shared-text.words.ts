import { refusal } from '../kit/refusal.ts';

export const sharedTextRefusals = {
  notThere: refusal('talk.notThere', 'forbidden', {
    zh: '只有谈话的对方可以确认、补充或请求更正。',
    en: 'Only the other side of the talk may confirm it, add to it or ask for a correction.',
  }),
  notYours: refusal('talk.notYours', 'forbidden', {
    zh: '只有谈话的领导，或者替他记的人，可以修改和答复。',
    en: 'Only the leader who talked, or whoever may write for them, can change the text and answer.',
  }),
  confirmedAlready: refusal('talk.confirmedAlready', 'conflict', {
    zh: '这一版已经确认过了。',
    en: 'This wording has been confirmed already.',
  }),
  askedAlready: refusal('talk.askedAlready', 'conflict', {
    zh: '已有一条更正请求在等答复，答复以后可以再提。',
    en: 'One request for a correction is waiting for its answer; another can follow once it has come.',
  }),
  nothingAsked: refusal('talk.nothingAsked', 'conflict', {
    zh: '这条更正请求已经答复过，或者不在了。',
    en: 'This request has been answered already, or is gone.',
  }),
  nothingSaid: refusal('talk.nothingSaid', 'invalid', {
    zh: '请写上内容。',
    en: 'Please write something.',
  }),
  reasonMissing: refusal('talk.reasonMissing', 'invalid', {
    zh: '不改的话，请写明原因，对方会看到。',
    en: 'If it stays as it is, say why; the other side will read it.',
  }),
  unchanged: refusal('talk.unchanged', 'invalid', {
    zh: '文字没有变化。',
    en: 'The wording has not changed.',
  }),
  answered: refusal('talk.answered', 'conflict', {
    zh: '对方已经看过并有了回应，不能再整条撤销；可以修改，改前的文字会留着。',
    en: 'The other side has read it and responded; it can no longer be taken back. It can be changed, and the earlier wording stays.',
  }),
} as const;

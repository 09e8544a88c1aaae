import { refusal } from '../kit/refusal.ts';
import { words, type Words } from '../kit/words.ts';
import type { PairingAction, PairingStatus } from './pairing.steps.ts';
import type { WaitingState } from './waiting.ts';
import type { ChangeCause, ConflictKind, DeclineCause, WishKind } from './wish.ts';

export const PAIRING_STATUS_WORDS: Readonly<Record<PairingStatus, Words>> = words({
  recommended: { zh: '待领导确认', en: 'Waits for the leader' },
  confirmed: { zh: '已确认，待发布', en: 'Confirmed, to be published' },
  active: { zh: '已结对', en: 'Paired' },
  declined: { zh: '未接受', en: 'Declined' },
  anotherAsked: { zh: '请另荐一位', en: 'Another asked for' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  ended: { zh: '已解除', en: 'Ended' },
});

export const PAIRING_ACTION_WORDS: Readonly<Record<PairingAction, Words>> = words({
  enter: { zh: '记入名单', en: 'Entered' },
  recommend: { zh: '推荐', en: 'Recommended' },
  decide: { zh: '单位商定', en: 'Decided by the unit' },
  confirm: { zh: '领导确认', en: 'Confirmed by the leader' },
  decline: { zh: '领导没有接受', en: 'Declined by the leader' },
  askAnother: { zh: '领导请另荐一位', en: 'The leader asked for another' },
  withdraw: { zh: '撤回', en: 'Withdrawn' },
  publish: { zh: '发布', en: 'Published' },
  requestChange: { zh: '本人请求另配一位', en: 'Asked for another leader' },
  keep: { zh: '答复：暂不调整', en: 'Answered: stays for now' },
  end: { zh: '解除', en: 'Ended' },
  reinstate: { zh: '撤销解除', en: 'End taken back' },
});

export const WAITING_WORDS: Readonly<Record<WaitingState, Words>> = words({
  waiting: { zh: '等了 {days} 天', en: 'Waiting {days} days' },
  askAgain: { zh: '等了 {days} 天，该再问一次', en: 'Waiting {days} days, ask again' },
  escalate: { zh: '等了 {days} 天，请负责检查的领导知道', en: 'Waiting {days} days, let whoever checks know' },
});

/** Shown beside the two numbers of days: they are the house’s own. */
export const OWN_DAYS_WORDS = words({
  ownDays: {
    zh: '{askAgain} 天没有回音再问一次，{escalate} 天没有回音请负责检查的领导知道。天数是自定的；不回应不会算同意。',
    en: 'After {askAgain} days without an answer ask again, after {escalate} let whoever checks know. The days are our own; silence is not a yes.',
  },
});

export const DECLINE_CAUSE_WORDS: Readonly<Record<DeclineCause, Words>> = words({
  load: { zh: '手上联系的人已多', en: 'I have many already' },
  field: { zh: '与我分管的工作隔得远', en: 'Far from what I am in charge of' },
  superior: { zh: '我是对方的直接上级', en: 'I am the direct superior' },
  household: { zh: '我们是一家人', en: 'We are of one household' },
  moving: { zh: '我的工作将有变动', en: 'My own post is about to change' },
  other: { zh: '另有缘由，写在下面', en: 'Another cause, written below' },
});

export const CHANGE_CAUSE_WORDS: Readonly<Record<ChangeCause, Words>> = words({
  field: { zh: '想找与我专业近的', en: 'I would like someone nearer to my field' },
  time: { zh: '我的时间总对不上', en: 'My hours never fit' },
  place: { zh: '我换了地方，离得远', en: 'I have moved and am far away' },
  newEyes: { zh: '想听听另一位的看法', en: 'I would like to hear another view' },
  other: { zh: '另有缘由', en: 'Another cause' },
});

export const WISH_WORDS: Readonly<Record<WishKind, Words>> = words({
  ownUnit: { zh: '愿同本单位的人结对', en: 'Someone of my own unit' },
  otherUnit: { zh: '愿同外单位的人结对', en: 'Someone of another unit' },
  stay: { zh: '愿同现在的这位继续', en: 'To go on with whom I have' },
  change: { zh: '愿换一位', en: 'Someone new' },
  words: { zh: '另有心愿', en: 'In my own words' },
});

export const CONFLICT_WORDS: Readonly<Record<ConflictKind, Words>> = words({
  superior: { zh: '直接上下级', en: 'Direct superior' },
  household: { zh: '同一家人', en: 'One household' },
  declared: { zh: '本人申明回避', en: 'Declared by one of them' },
});

/** Under every field whose words the other side may read. */
export const BOTH_READ_WORDS = words({
  bothRead: {
    zh: '这里写的话，对方也能看到。只说自己的情况，不评价别人。',
    en: 'The other side may read this. Say what concerns you, and judge nobody.',
  },
});

export const pairingRefusals = {
  notYourLeader: refusal('pairing.notYourLeader', 'forbidden', {
    zh: '这位领导的名单不由您管。需要的话，请联系统战部。',
    en: 'This leader’s list is not yours to keep. If you need it, please contact the office.',
  }),
  alreadyEnded: refusal('pairing.alreadyEnded', 'conflict', {
    zh: '这一对已经解除，不必再记。',
    en: 'This pairing has already ended.',
  }),
  endsTooEarly: refusal('pairing.endsTooEarly', 'invalid', {
    zh: '解除的日子早于结对的日子（{startsOn}），请核对。',
    en: 'It cannot end before it began ({startsOn}); please check the day.',
  }),
  endsAhead: refusal('pairing.endsAhead', 'invalid', {
    zh: '日子还没到，请到那天再记。',
    en: 'That day has not come yet; please record it then.',
  }),
  startsAhead: refusal('pairing.startsAhead', 'invalid', {
    zh: '日子还没到，请到那天再结对。',
    en: 'That day has not come yet; please pair them then.',
  }),
  notYoursToAnswer: refusal('pairing.notYoursToAnswer', 'forbidden', {
    zh: '只有被推荐的领导本人能答复。',
    en: 'Only the leader to whom it was recommended can answer.',
  }),
  notYoursToAsk: refusal('pairing.notYoursToAsk', 'forbidden', {
    zh: '只有这一对里的代表人士本人能提出。',
    en: 'Only the representative of this pair can ask.',
  }),
  officeRecommends: refusal('pairing.officeRecommends', 'forbidden', {
    zh: '这一级的名单由统战部推荐。',
    en: 'For this tier the office recommends.',
  }),
  notAtThisStep: refusal('pairing.notAtThisStep', 'conflict', {
    zh: '这一对的情形已经变了，做不了这一步。请刷新后再看。',
    en: 'This pair has moved on; this step no longer fits. Please reload.',
  }),
  alreadyAsked: refusal('pairing.alreadyAsked', 'conflict', {
    zh: '已经提过，正等统战部或单位答复。',
    en: 'You have asked already; the office or the unit will answer.',
  }),
  nothingAsked: refusal('pairing.nothingAsked', 'conflict', {
    zh: '这一对没有待答复的请求。',
    en: 'Nothing waits for an answer in this pair.',
  }),
  notConfirmed: refusal('pairing.notConfirmed', 'conflict', {
    zh: '有 {count} 对还没有确认，不能发布：{names}。不回应不算同意。',
    en: '{count} pairs are not confirmed and cannot be published: {names}. Silence is not a yes.',
  }),
  changedMeanwhile: refusal('pairing.changedMeanwhile', 'stale', {
    zh: '有 {count} 对在您打开以后变了：{names}。什么都没有发布，请刷新后再定。',
    en: '{count} pairs changed after you opened this: {names}. Nothing was published; please reload.',
  }),
  replacesOther: refusal('pairing.replacesOther', 'unprocessable', {
    zh: '要替换的那一对不是这位代表人士的，或者已经解除。请刷新后再选。',
    en: 'The pair to be replaced is not this representative’s, or has ended. Please reload and choose again.',
  }),
  noWishFor: refusal('pairing.noWishFor', 'forbidden', {
    zh: '只能写自己的心愿，或者替自己管的名单上的人记下。',
    en: 'You may write your own wish, or one for somebody on the list that you keep.',
  }),
  conflictKnown: refusal('pairing.conflictKnown', 'conflict', {
    zh: '这两位已经记过回避，不必再记。',
    en: 'These two are already kept apart.',
  }),
};

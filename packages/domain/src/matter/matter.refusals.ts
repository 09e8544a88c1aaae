/** Why a step on a matter is refused, each with what to do. */
import { refusal } from '../kit/refusal.ts';

export const MATTER_REFUSALS = {
  notNow: refusal('matter.notNow', 'conflict', {
    zh: '这一件现在是「{status}」，这一步要等到能做的时候。请刷新看看走到了哪里。',
    en: 'This matter is now at “{status}”; that step is not possible here. Reload to see where it stands.',
  }),
  notYours: refusal('matter.notYours', 'forbidden', {
    zh: '这一步不归您做。需要的话，请联系统战部。',
    en: 'That step is not yours to take. If needed, please contact the office.',
  }),
  reportedAlready: refusal('matter.reportedAlready', 'conflict', {
    zh: '已经报告班子，署名与否和说法不能再改。可以补充一句，或者撤回。',
    en: 'It has been reported; naming and wording can no longer be changed. You can add a word, or withdraw.',
  }),
  forwardedAlready: refusal('matter.forwardedAlready', 'conflict', {
    zh: '已经转给统战部了。还有话，可以当面或电话告诉他们。',
    en: 'It has been passed on to the office. To say more, please tell them in person or by phone.',
  }),
  noPoints: refusal('matter.noPoints', 'invalid', {
    zh: '请写下要说的事，至少一点。',
    en: 'Please write down at least one point.',
  }),
  notReleased: refusal('matter.notReleased', 'conflict', {
    zh: '转办的文字还没有定，部门会看不到内容。请先定好文字。',
    en: 'The text for handling has not been released, so the department would see nothing. Please word it first.',
  }),
  namesProposer: refusal('matter.namesProposer', 'unprocessable', {
    zh: '提出人选择不署名，这段文字里却有「{name}」。请改掉再存。',
    en: 'The proposer chose not to be named, yet this text holds “{name}”. Please take it out.',
  }),
  reasonMissing: refusal('matter.reasonMissing', 'invalid', {
    zh: '请写上原因，提出人会看到。',
    en: 'Please give the reason; the proposer will read it.',
  }),
  triageFirst: refusal('matter.triageFirst', 'conflict', {
    zh: '还没有定受理与否。受理了才能交办。',
    en: 'Triage has not been decided; only what was accepted can be handed over.',
  }),
  triagedAlready: refusal('matter.triagedAlready', 'conflict', {
    zh: '受理与否已经定过，不再改。',
    en: 'Triage has been decided and is not changed.',
  }),
  notADesk: refusal('matter.notADesk', 'unprocessable', {
    zh: '{unit}还没有承办人的账号，交过去没有人看得到。请先请他们开通。',
    en: '{unit} has no one with an account to answer; nobody would see it. Please have one set up first.',
  }),
  unknownDesk: refusal('matter.unknownDesk', 'missing', {
    zh: '没有找到要交办的部门。',
    en: 'The department to hand it to was not found.',
  }),
  leadIsCoHandler: refusal('matter.leadIsCoHandler', 'invalid', {
    zh: '主办部门不必再列为会办。',
    en: 'The leading department need not be a co-handler as well.',
  }),
  handBackTooLate: refusal('matter.handBackTooLate', 'conflict', {
    zh: '退回的期限是 {day}，已经过了。请同统战部商量改交。',
    en: 'It could be handed back until {day}, which has passed. Please talk to the office about handing it on.',
  }),
  handBackTwice: refusal('matter.handBackTwice', 'conflict', {
    zh: '您这边退回过一次，又转了回来。不再来回退，由统战部定；有不同看法，请写办理记事，统战部会看到。',
    en: 'Your department handed it back once and it has come back. It no longer goes to and fro: the office decides. To object, please write a note, which the office reads.',
  }),
  handBackLoop: refusal('matter.handBackLoop', 'conflict', {
    zh: '{unit}退回过这一件。再交给他们，请写明依据，他们不能再退。',
    en: '{unit} handed this matter back. To hand it there again, please say on what ground; they cannot hand it back once more.',
  }),
  pledgeTooLate: refusal('matter.pledgeTooLate', 'unprocessable', {
    zh: '答应的日子不能晚于 {day}。确有困难，可以申请延期。',
    en: 'The pledged day may not be later than {day}. If that is too soon, an extension can be asked for.',
  }),
  dayPassed: refusal('matter.dayPassed', 'unprocessable', {
    zh: '选的日子已经过了，请选今天或以后。',
    en: 'That day has passed; please choose today or later.',
  }),
  dayAhead: refusal('matter.dayAhead', 'unprocessable', {
    zh: '还没有到的日子不能记成已做。',
    en: 'A day to come cannot be recorded as done.',
  }),
  extendedAlready: refusal('matter.extendedAlready', 'conflict', {
    zh: '这一轮已经申请过一次延期，每轮只能一次。',
    en: 'An extension was asked for in this round; there is only one a round.',
  }),
  extensionTooShort: refusal('matter.extensionTooShort', 'unprocessable', {
    zh: '延期要晚于现在的期限 {day}。',
    en: 'An extension must be later than the present day, {day}.',
  }),
  extensionTooLong: refusal('matter.extensionTooLong', 'unprocessable', {
    zh: '延期最晚到 {day}。',
    en: 'An extension may reach {day} at most.',
  }),
  noExtension: refusal('matter.noExtension', 'conflict', {
    zh: '没有等着定的延期申请。',
    en: 'There is no extension waiting for a decision.',
  }),
  opinionGiven: refusal('matter.opinionGiven', 'conflict', {
    zh: '会办意见已经给过。要补充，请写办理记事。',
    en: 'The co-handler’s opinion was given. To add to it, please write a note.',
  }),
  pointWithoutReply: refusal('matter.pointWithoutReply', 'unprocessable', {
    zh: '第 {points} 点还没有答复，写好才能送审。',
    en: 'Point {points} has no reply yet; it must be written before review.',
  }),
  pointWithoutOutcome: refusal('matter.pointWithoutOutcome', 'unprocessable', {
    zh: '第 {points} 点还没有选办到了哪一步。',
    en: 'Point {points} does not say yet how far it got.',
  }),
  blankLeft: refusal('matter.blankLeft', 'unprocessable', {
    zh: '第 {points} 点还有空没有填：{blanks}。',
    en: 'Point {points} still has blanks to fill: {blanks}.',
  }),
  promiseWithoutDay: refusal('matter.promiseWithoutDay', 'unprocessable', {
    zh: '第 {points} 点说了要办，请写上哪一天前办到，届时回头看。',
    en: 'Point {points} promises something; please give the day by which it is done.',
  }),
  noSuchPoint: refusal('matter.noSuchPoint', 'missing', {
    zh: '没有找到这一点，可能刚被改过。请刷新再看。',
    en: 'That point was not found; it may just have been changed. Please reload.',
  }),
  allPointsSplit: refusal('matter.allPointsSplit', 'unprocessable', {
    zh: '至少留下一点，才好分出另一件。',
    en: 'At least one point must stay for another matter to be parted off.',
  }),
  secondPerson: refusal('matter.secondPerson', 'forbidden', {
    zh: '答复要由写的人、送审的人以外的第二个人审。',
    en: 'A reply is reviewed by a second person, not by whoever wrote or submitted it.',
  }),
  noSuchParty: refusal('matter.noSuchParty', 'missing', {
    zh: '没有找到这位提出人，或者已经撤回。',
    en: 'That proposer was not found, or has withdrawn.',
  }),
  mergeSelf: refusal('matter.mergeSelf', 'invalid', {
    zh: '不能并入自己。',
    en: 'A matter cannot be merged into itself.',
  }),
  mergeTarget: refusal('matter.mergeTarget', 'conflict', {
    zh: '要并入的 {number} 已经{status}，请另选一件。',
    en: 'The matter {number} is already at “{status}”; please choose another.',
  }),
  noReplyDelivered: refusal('matter.noReplyDelivered', 'conflict', {
    zh: '还有提出人没有收到答复，不能办结。',
    en: 'A proposer has not received the reply yet; it cannot be closed.',
  }),
  stillWaitingForAnswer: refusal('matter.stillWaitingForAnswer', 'conflict', {
    zh: '还在等提出人说办到没有，到 {day} 为止。',
    en: 'The proposers still have time to answer, until {day}.',
  }),
  answerClosed: refusal('matter.answerClosed', 'conflict', {
    zh: '答过已经超过 {days} 天，不能再改。还有话，请补充一句，或者找统战部。',
    en: 'It was answered more than {days} days ago and can no longer be changed. To say more, add a word or turn to the office.',
  }),
  nothingToAnswer: refusal('matter.nothingToAnswer', 'conflict', {
    zh: '还没有答复，等答复了再请您说。',
    en: 'There is no reply yet; you will be asked once there is one.',
  }),
  notDelivered: refusal('matter.notDelivered', 'conflict', {
    zh: '答复还没有送到这位提出人。',
    en: 'The reply has not been delivered to this proposer.',
  }),
  lookedBackAlready: refusal('matter.lookedBackAlready', 'conflict', {
    zh: '这一条已经回头看过，有了结果。',
    en: 'This promise has been looked back at and settled.',
  }),
  movedToMissing: refusal('matter.movedToMissing', 'invalid', {
    zh: '改了日子，请写改到哪一天。',
    en: 'If it moved, please give the new day.',
  }),
  noSuchPerson: refusal('matter.noSuchPerson', 'missing', {
    zh: '没有找到这位代表人士，或者不在您能看的范围里。',
    en: 'This representative was not found, or is not within what you may see.',
  }),
  noSuchLeader: refusal('matter.noSuchLeader', 'missing', {
    zh: '没有找到这位联系人。',
    en: 'This leader was not found.',
  }),
  talkHasMatters: refusal('matter.talkHasMatters', 'conflict', {
    zh: '这次谈话里提的事已经有人在办，不能再整条撤销。请由提出人撤回那一件。',
    en: 'What was raised in this talk is already being handled, so the talk can no longer be taken back whole. The proposer can withdraw that matter.',
  }),
  withdrawnMeanwhile: refusal('matter.withdrawnMeanwhile', 'conflict', {
    zh: '提出人刚刚撤回了，答复不再发出。写好的文字都还在。',
    en: 'The proposer has just withdrawn; the reply does not go out. What was written is kept.',
  }),
  tooLong: refusal('matter.tooLong', 'invalid', {
    zh: '写得太长了，这里最多 {limit} 个字。',
    en: 'Too long: at most {limit} characters here.',
  }),

  // The link without sign-in
  linkUnknown: refusal('matter.linkUnknown', 'missing', {
    zh: '这个链接不对，或者已经换过新的。请登录查看，或请统战部再发一个。',
    en: 'This link is not right, or was replaced by a newer one. Please sign in, or ask the office for a new one.',
  }),
  linkExpired: refusal('matter.linkExpired', 'conflict', {
    zh: '这个链接已经过期。您仍可登录后回答，或请统战部再发一个。',
    en: 'This link has expired. You can still answer after signing in, or ask the office for a new one.',
  }),
  linkOver: refusal('matter.linkOver', 'conflict', {
    zh: '这一件已经有了新的进展，这个链接问的是上一次答复。请登录查看。',
    en: 'This matter has moved on; the link asks about an earlier reply. Please sign in to see it.',
  }),
} as const;

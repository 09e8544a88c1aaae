import { refusal } from '../kit/refusal.ts';
import { words, type Words } from '../kit/words.ts';
import type { DeliveryStatus, MessageChannel, NoticeKind, Purpose, WebhookEvent } from './notice.ts';

/** A notice in the house (`named`, with the name that the reader may read), and what leaves it (`plain`, without one). */
export const NOTICE_NAMED: Readonly<Record<NoticeKind, Words>> = words({
  requestAsked: { zh: '{name}约您谈谈', en: '{name} asks for a talk' },
  requestAnswered: { zh: '{name}答复了您约的谈话', en: '{name} has answered your request for a talk' },
  requestPassedOn: {
    zh: '{name}约的谈话转到统战部安排',
    en: 'The talk that {name} asks for is for the office to arrange',
  },
  requestOverdue: { zh: '{name}约的谈话还没有人答复', en: 'Nobody has answered {name}’s request for a talk yet' },
  correctionAsked: { zh: '{name}请您改一处谈话记录', en: '{name} asks for a correction in the record of a talk' },
  correctionAnswered: { zh: '您提的更正有答复了', en: 'Your request for a correction has been answered' },
  talkToConfirm: {
    zh: '有人代您记了和{name}的谈话，请过目',
    en: 'A talk with {name} was written down for you: please look',
  },
  pairingToConfirm: { zh: '请确认联系{name}', en: 'Please confirm that you keep in touch with {name}' },
  pairingAnswered: { zh: '{name}那里的推荐有回音了', en: 'The recommendation about {name} has an answer' },
  pairingPublished: { zh: '您和{name}的联谊开始了', en: 'The pairing with {name} has begun' },
  pairingEnded: { zh: '您和{name}的联谊结束了', en: 'The pairing with {name} has ended' },
  pairingChangeAsked: { zh: '{name}请求换一位联系人', en: '{name} asks for another leader' },
  pairingKept: { zh: '换联系人的请求有答复了', en: 'Your request for another leader has been answered' },
  matterHanded: { zh: '{number} 交给你们办', en: '{number} was handed to your department' },
  matterReplied: { zh: '{number} 有答复了', en: '{number} has a reply' },
  matterAsksMore: { zh: '{number} 想请您补充几句', en: 'Please add a few words to {number}' },
  matterRaised: { zh: '{number} 等着受理', en: '{number} waits to be taken up' },
  matterReported: { zh: '{number} 已报告领导班子', en: '{number} was reported to the leadership' },
  matterHandedBack: { zh: '{number} 退回来了', en: '{number} was handed back' },
  matterAdded: { zh: '{number} 有补充', en: '{number}: more was said' },
  matterToReview: { zh: '{number} 的答复等审核', en: 'The reply to {number} waits for review' },
  matterReopened: { zh: '{number} 没有解决，重新办', en: '{number} was not solved and is open again' },
  matterWithdrawn: { zh: '{number} 本人撤回了', en: '{number} was withdrawn' },
  occasionRaised: { zh: '{name}那里有件事，可以去看看', en: 'Something with {name}: a time for a visit or a call' },
  occasionNear: { zh: '一位朋友那里有件事，打开看看', en: 'Something with a friend: please look' },
  occasionAnswered: { zh: '您告诉的{name}的事有回音了', en: 'What you told about {name} has an answer' },
  briefingIssued: { zh: '有一期情况专报请您阅', en: 'A briefing is for you to read' },
  briefingInstructed: { zh: '一期情况专报有批示', en: 'An instruction was given on a briefing' },
  delegationAsked: { zh: '有一份代办等您点头', en: 'Somebody may act in your name if you agree' },
  delegationGiven: { zh: '有一位领导请您代办', en: 'A leader lets you act in their name' },
  delegationEnded: { zh: '一份代办结束了', en: 'A leave to act in a leader’s name has ended' },
  talkDue: { zh: '该和{name}谈谈了', en: 'It is time to talk with {name}' },
  talkDueFor: { zh: '您代办的领导有一位朋友该联系了', en: 'A friend of a leader whom you help is due for a talk' },
  termEnding: { zh: '{name}的身份快到期了', en: 'A standing of {name} ends soon' },
  festival: { zh: '节日将到，可以去看看朋友了', en: 'A festival is near: a time for visits' },
  lookBack: { zh: '{number} 答应的事该回头看了', en: 'The promise of {number} is due for a look back' },
});

/** The same for messages that leave the house: no name, no text. */
export const NOTICE_PLAIN: Readonly<Record<NoticeKind, Words>> = words({
  requestAsked: { zh: '有人约您谈谈', en: 'Someone asks for a talk' },
  requestAnswered: { zh: '您约的谈话有答复了', en: 'Your request for a talk has an answer' },
  requestPassedOn: { zh: '有一次谈话要安排', en: 'A talk is to be arranged' },
  requestOverdue: { zh: '有一次约谈还没有人答复', en: 'A request for a talk has no answer yet' },
  correctionAsked: { zh: '有一处谈话记录请您看看', en: 'A record of a talk needs a look' },
  correctionAnswered: { zh: '您提的更正有答复了', en: 'Your request for a correction has been answered' },
  talkToConfirm: { zh: '有一次代记的谈话请过目', en: 'A talk written down for you needs a look' },
  pairingToConfirm: { zh: '有一项联系请您确认', en: 'A pairing waits for your word' },
  pairingAnswered: { zh: '一项推荐有回音了', en: 'A recommendation has an answer' },
  pairingPublished: { zh: '一项联谊开始了', en: 'A pairing has begun' },
  pairingEnded: { zh: '一项联谊结束了', en: 'A pairing has ended' },
  pairingChangeAsked: { zh: '有人请求换联系人', en: 'Someone asks for another leader' },
  pairingKept: { zh: '您的一项请求有答复了', en: 'A request of yours has been answered' },
  matterHanded: { zh: '有一件事交给你们办', en: 'A matter was handed to your department' },
  matterReplied: { zh: '您提的一件事有答复了', en: 'A matter of yours has a reply' },
  matterAsksMore: { zh: '您提的一件事想请您补充', en: 'A matter of yours needs a few more words' },
  matterRaised: { zh: '有一条新提的意见或困难', en: 'Something new was raised' },
  matterReported: { zh: '您提的一件事已往上报告', en: 'A matter of yours was reported' },
  matterHandedBack: { zh: '一件事退回来了', en: 'A matter was handed back' },
  matterAdded: { zh: '一件事有补充', en: 'More was said on a matter' },
  matterToReview: { zh: '一份答复等审核', en: 'A reply waits for review' },
  matterReopened: { zh: '一件事没有解决，重新办', en: 'A matter was not solved and is open again' },
  matterWithdrawn: { zh: '一件事撤回了', en: 'A matter was withdrawn' },
  occasionRaised: { zh: '一位朋友那里有件事', en: 'Something with a friend' },
  occasionNear: { zh: '一位朋友那里有件事', en: 'Something with a friend' },
  occasionAnswered: { zh: '您告诉的一件事有回音了', en: 'What you told has an answer' },
  briefingIssued: { zh: '有一期专报请您阅', en: 'A briefing is for you to read' },
  briefingInstructed: { zh: '一期专报有批示', en: 'An instruction was given on a briefing' },
  delegationAsked: { zh: '有一份代办等您点头', en: 'Somebody may act in your name if you agree' },
  delegationGiven: { zh: '有一位领导请您代办', en: 'A leader lets you act in their name' },
  delegationEnded: { zh: '一份代办结束了', en: 'A leave to act in a leader’s name has ended' },
  talkDue: { zh: '有一位朋友该联系了', en: 'It is time to be in touch with a friend' },
  talkDueFor: { zh: '您代办的领导有一位朋友该联系了', en: 'A friend of a leader whom you help is due for a talk' },
  termEnding: { zh: '有一项身份快到期了', en: 'A standing ends soon' },
  festival: { zh: '节日将到', en: 'A festival is near' },
  lookBack: { zh: '答应的一件事该回头看了', en: 'A promise is due for a look back' },
});

/** Where no name may be read, or there is none. */
export const noticeText = words({
  someone: { zh: '对方', en: 'the other side' },
  byDay: { zh: '{day}前', en: 'by {day}' },
  onDay: { zh: '{day}', en: '{day}' },
});

export const CHANNEL_NAMES: Readonly<Record<MessageChannel, Words>> = words({
  email: { zh: '电子邮件', en: 'E-mail' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  feishu: { zh: '飞书', en: 'Feishu' },
  webhook: { zh: '系统对接', en: 'Webhooks' },
});

export const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = words({
  digest: { zh: '每周一封', en: 'Weekly digest' },
  extra: { zh: '临近提醒', en: 'A day is near' },
  test: { zh: '试发', en: 'Test' },
  event: { zh: '事件', en: 'Event' },
});

export const DELIVERY_STATUS_WORDS: Readonly<Record<DeliveryStatus, Words>> = words({
  waiting: { zh: '等着发', en: 'Waiting' },
  sending: { zh: '正在发', en: 'Going out' },
  sent: { zh: '已发出', en: 'Sent' },
  unknown: { zh: '不知是否到了', en: 'May have arrived' },
  failed: { zh: '没有发出', en: 'Not sent' },
  dropped: { zh: '不必再发', en: 'No longer needed' },
});

export const EVENT_WORDS: Readonly<Record<WebhookEvent, Words>> = words({
  'talk.logged': { zh: '记了一次谈话', en: 'A talk was written down' },
  'request.asked': { zh: '有人约谈', en: 'A talk was asked for' },
  'request.answered': { zh: '约谈有答复', en: 'A request was answered' },
  'pairing.published': { zh: '联谊开始', en: 'A pairing began' },
  'pairing.ended': { zh: '联谊结束', en: 'A pairing ended' },
  'matter.moved': { zh: '意见困难走了一步', en: 'A matter moved' },
  'briefing.issued': { zh: '印发专报', en: 'A briefing was issued' },
});

/** What goes wrong on the way out, by code: what happened and what to do. */
export const TROUBLE_WORDS = words({
  notConnected: {
    zh: '连不上对方的服务器。请看看地址、端口和网络。',
    en: 'The server cannot be reached. Check address, port and network.',
  },
  timeout: { zh: '对方很久没有回应。', en: 'The server did not answer in time.' },
  malformed: {
    zh: '对方的回应看不懂，可能中间有别的程序拦着。',
    en: 'The answer makes no sense; something may stand in between.',
  },
  wrongCredentials: {
    zh: '对方不认账号或密钥，请重新填写。',
    en: 'The account or secret is not accepted; please enter it again.',
  },
  tokenRefused: {
    zh: '对方不认访问凭证，换过一次还是不行。请核对密钥。',
    en: 'The access token is not accepted, not even a new one. Check the secret.',
  },
  untrustedAddress: {
    zh: '本机的网络地址不在企业可信 IP 里，请在对方后台加上。',
    en: 'This server’s network address is not among the trusted IPs; add it in the other system.',
  },
  noSuchRecipient: { zh: '对方那里没有这个收件人。', en: 'The recipient is not known there.' },
  tooMany: { zh: '发得太快，对方要求等一等。', en: 'Too many messages; asked to wait.' },
  otherRefused: { zh: '对方没有接受。', en: 'It was not accepted.' },
  otherTrouble: { zh: '对方出了故障。', en: 'The other side has a fault.' },
  interrupted: { zh: '发到一半程序停了。', en: 'The program stopped while sending.' },
  privateAddress: {
    zh: '这个地址在内部网络里，不往那里发。',
    en: 'The address is within a private network; nothing is sent there.',
  },
  redirected: { zh: '对方让转到别的地址，不跟过去。', en: 'The other side points elsewhere; that is not followed.' },
  noAddress: { zh: '没有这个人的收件地址。', en: 'No address of this person is known.' },
  channelOff: { zh: '这个渠道停用了。', en: 'The channel is switched off.' },
  sealedOtherwise: {
    zh: '密钥打不开了，请重新填写。',
    en: 'The secret cannot be opened any more; please enter it again.',
  },
});
export type Trouble = keyof typeof TROUBLE_WORDS;

/** The message itself. `{count}` things; links open the house. */
export const messageWords = words({
  title: { zh: '诤友：您有 {count} 件事', en: 'Zhengyou: {count} waiting for you' },
  titleExtra: { zh: '诤友：有 {count} 件事临近', en: 'Zhengyou: {count} with a day near' },
  lead: { zh: '您有 {count} 件事。', en: 'There are {count} things for you.' },
  leadExtra: { zh: '有 {count} 件事的日子近了。', en: 'The day is near for {count} things.' },
  more: { zh: '还有 {count} 件，请登录后看。', en: '{count} more after signing in.' },
  open: { zh: '打开', en: 'Open' },
  foot: {
    zh: '怎样提醒、什么时候不打扰，可以在「我」里改。',
    en: 'How and when you are reminded can be changed under “Me”.',
  },
  test: { zh: '诤友：试发一条', en: 'Zhengyou: a test' },
  testText: { zh: '收到这一条，说明这个渠道通了。', en: 'If you read this, the channel works.' },
});

export const noticeRefusals = {
  noAddress: refusal('notice.noAddress', 'invalid', {
    zh: '请先在「我」里填好这个渠道的收件地址，再试发给自己。',
    en: 'Please enter your own address for this channel under “Me” first; the test goes to you.',
  }),
  channelOff: refusal('notice.channelOff', 'conflict', {
    zh: '这个渠道还没有启用，请先填好并启用。',
    en: 'The channel is not in use; please fill it in and switch it on first.',
  }),
  fieldMissing: refusal('notice.fieldMissing', 'invalid', {
    zh: '启用以前，这一项要填：{field}。',
    en: 'Before the channel is used, please fill in {field}.',
  }),
  secretMissing: refusal('notice.secretMissing', 'invalid', {
    zh: '启用以前，密钥要填。',
    en: 'Before the channel is used, please enter the secret.',
  }),
  badHost: refusal('notice.badHost', 'invalid', {
    zh: '服务器地址只写主机名，例如 smtp.example.edu.cn。',
    en: 'The server is a host name alone, such as smtp.example.edu.cn.',
  }),
  badUrl: refusal('notice.badUrl', 'invalid', {
    zh: '请填完整的地址，以 https:// 开头，不带用户名和密码。',
    en: 'Please give a whole address that begins with https://, without user name and password.',
  }),
  privateUrl: refusal('notice.privateUrl', 'invalid', {
    zh: '这个地址在内部网络里，不往那里发。',
    en: 'The address is within a private network; nothing is sent there.',
  }),
  notWaiting: refusal('notice.notWaiting', 'conflict', {
    zh: '这一条已经不用再试了，请看看现在是怎样的。',
    en: 'This one need not be tried again; please look how it stands now.',
  }),
  tooManyWebhooks: refusal('notice.tooManyWebhooks', 'conflict', {
    zh: '最多 {limit} 个地址，请先删掉不用的。',
    en: 'At most {limit} addresses; please remove one that is not used.',
  }),
} as const;

/** What people are told: each kind, whether it waits for something to be done, and whether a near day is worth a message of its own. */

type Kind = {
  /** `act`: it waits until somebody does something. `know`: it has served once it was read. */
  readonly asks: 'act' | 'know';
  /** When the day is near, a message goes out before the next digest. */
  readonly presses: boolean;
};

const act = (presses = false): Kind => ({ asks: 'act', presses });
const know: Kind = { asks: 'know', presses: false };

export const NOTICES = {
  requestAsked: act(true),
  requestAnswered: act(),
  requestPassedOn: act(),
  requestOverdue: act(),
  correctionAsked: act(true),
  correctionAnswered: know,
  talkToConfirm: act(),
  pairingToConfirm: act(),
  pairingAnswered: know,
  pairingPublished: know,
  pairingEnded: know,
  pairingChangeAsked: act(),
  pairingKept: know,
  matterRaised: act(),
  matterReported: know,
  matterHanded: act(),
  matterHandedBack: act(),
  matterAsksMore: act(),
  matterAdded: know,
  matterToReview: act(),
  matterReplied: know,
  matterReopened: act(),
  matterWithdrawn: know,
  occasionRaised: act(true),
  occasionNear: act(true),
  occasionAnswered: know,
  briefingIssued: know,
  briefingInstructed: act(),
  delegationAsked: act(),
  delegationGiven: know,
  delegationEnded: know,
  talkDue: act(true),
  talkDueFor: act(true),
  termEnding: act(),
  festival: know,
  lookBack: act(),
} as const satisfies Readonly<Record<string, Kind>>;

export type NoticeKind = keyof typeof NOTICES;
export const NOTICE_KINDS = Object.keys(NOTICES) as readonly NoticeKind[] as readonly [NoticeKind, ...NoticeKind[]]; // the table's own keys, and it has some

export const isNoticeKind = (text: string): text is NoticeKind => text in NOTICES;

/** Days before a day from which on it is near. */
export const NEAR_DAYS = 7;
/** Days before a standing ends from which on the office is told. */
export const TERM_DAYS = 60;

/** By which a message leaves the house. In the order in which a house that chose nothing uses them. */
export const WAYS = ['email', 'wecom', 'dingtalk', 'feishu'] as const;
export type Way = (typeof WAYS)[number];
export const MESSAGE_CHANNELS = [...WAYS, 'webhook'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

export const PURPOSES = ['digest', 'extra', 'test', 'event'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const DELIVERY_STATUSES = ['waiting', 'sending', 'sent', 'unknown', 'failed', 'dropped'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What another program may be told of: numbers and ids, never a name. */
export const WEBHOOK_EVENTS = [
  'talk.logged',
  'request.asked',
  'request.answered',
  'pairing.published',
  'pairing.ended',
  'matter.moved',
  'briefing.issued',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

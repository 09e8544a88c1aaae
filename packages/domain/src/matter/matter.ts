/**
 * The vocabulary of matters: what was raised, through which stops it goes, and what may be done at them. The stops are
 * those that the proposer sees; what leads from one to the next stands in `matter.machine.ts`.
 */

export const MATTER_KINDS = ['opinion', 'suggestion', 'difficulty'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Where it was raised. */
export const MATTER_ORIGINS = ['talk', 'own', 'tour', 'symposium', 'ledger'] as const;
export type MatterOrigin = (typeof MATTER_ORIGINS)[number];

export const MATTER_STATUSES = [
  'registered', // 已登记
  'reported', // 已报告同级班子
  'assigned', // 已交办，部门还没有接
  'inProgress', // 办理中
  'waiting', // 等候补充，停表
  'drafted', // 已拟复，等审核
  'reviewed', // 已审核，等发出
  'replied', // 已答复
  'confirmed', // 本人已说
  'closed', // 办结
  'merged', // 并入另一件
  'withdrawn', // 本人撤回
  'endedInLedger', // 台账说办过了，没有经过这里答复
] as const;
export type MatterStatus = (typeof MATTER_STATUSES)[number];

/** Nothing more is done at these, unless somebody says that what the ledger claims is not so. */
export const FINAL_STATUSES = [
  'closed',
  'merged',
  'withdrawn',
  'endedInLedger',
] as const satisfies readonly MatterStatus[];
export const isFinal = (status: MatterStatus): boolean => (FINAL_STATUSES as readonly MatterStatus[]).includes(status);

/** What triage decides; each of them is answered. */
export const DISPOSITIONS = ['accepted', 'reference', 'declined'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What a reply says of a point. The labels come from the policy; what each one entails is the house's. */
export const OUTCOMES = ['A', 'B', 'C', 'D'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Under way and planned come with a day, and the day comes back. */
export const promises = (outcome: Outcome): boolean => outcome === 'B' || outcome === 'C';

/** What the proposer says once the reply is there. */
export const RESULTS = ['solved', 'partly', 'no'] as const;
export type Result = (typeof RESULTS)[number];

export const WAYS = ['faceToFace', 'phone', 'message', 'letter', 'here'] as const;
/** How someone was told; `here` is by opening it on this page. */
export type Way = (typeof WAYS)[number];

export const REPORT_WAYS = ['briefing', 'meeting', 'spoken', 'note'] as const;
/** How it was reported to the leadership of the same level. */
export type ReportWay = (typeof REPORT_WAYS)[number];

export const LOOK_BACKS = ['kept', 'moved', 'notKept'] as const;
/** What a look back at a promise finds. */
export type LookBack = (typeof LOOK_BACKS)[number];

/** Everything that is appended to the line of a matter. */
export const MATTER_ACTIONS = [
  'register',
  'import',
  'choose',
  'revise',
  'add',
  'askProgress',
  'withdraw',
  'forward',
  'answerOnSpot',
  'report',
  'triage',
  'release',
  'assign',
  'take',
  'handBack',
  'tell',
  'wait',
  'resume',
  'note',
  'giveOpinion',
  'draft',
  'submit',
  'askExtension',
  'decideExtension',
  'review',
  'publish',
  'deliver',
  'acknowledge',
  'answer',
  'lookBack',
  'merge',
  'receive',
  'split',
  'close',
  'reopen',
] as const;
export type MatterActionKind = (typeof MATTER_ACTIONS)[number];

/**
 * What an earlier ledger says of how a matter was handled. It is the ledger's word, not this house's: whatever it claims,
 * no reply was published here and none was delivered.
 */
export const LEDGER_CLAIMS = ['open', 'handedOn', 'underWay', 'planned', 'notFeasible', 'answered', 'solved'] as const;
export type LedgerClaim = (typeof LEDGER_CLAIMS)[number];
/** With these the ledger took a matter off its list. */
export const claimsEnd = (claim: LedgerClaim): boolean => claim === 'answered' || claim === 'solved';

/** How a reader stands to a matter; it decides what is shown and what may be done. */
export const LEVELS_OF_VIEW = ['proposer', 'leader', 'keeper', 'checker', 'handler', 'coHandler'] as const;
export type LevelOfView = (typeof LEVELS_OF_VIEW)[number];

/** The stops of the line as they are drawn. */
export const STOPS = [
  'registered',
  'reported',
  'assigned',
  'inProgress',
  'waiting',
  'drafted',
  'reviewed',
  'replied',
  'confirmed',
  'closed',
] as const satisfies readonly MatterStatus[];
export type Stop = (typeof STOPS)[number];

/** Every deadline, each with its own state. */
export const CLOCKS = [
  'triage', // 受理与否
  'report', // 报告同级班子
  'handBack', // 退回的期限
  'firstContact', // 首次联系
  'response', // 对方补充或询问后，回一句话
  'coOpinion', // 会办意见
  'reply', // 答复
  'review', // 审核
  'deliver', // 送达
  'confirm', // 本人说办到没有
  'lookBack', // 回头看
] as const;
export type ClockKind = (typeof CLOCKS)[number];

export const CLOCK_STATES = ['running', 'paused', 'met', 'metLate', 'late', 'stopped', 'noNumber'] as const;
/** `stopped`: it ended without being met or missed, by hand-back, merging, withdrawing, or the proposer's silence. */
export type ClockState = (typeof CLOCK_STATES)[number];

export const CLOCK_OWNERS = ['keeper', 'lead', 'coHandler', 'reviewer', 'proposer'] as const;
export type ClockOwner = (typeof CLOCK_OWNERS)[number];

/** `2026-037`: the year of registration and the place in it. */
export const sayNumber = (year: number, ordinal: number): string => `${year}-${String(ordinal).padStart(3, '0')}`;

/** For how many days an answer can be changed, and after how many a point under way is asked about again. */
export const ANSWER_CHANGEABLE_DAYS = 7;
export const ASK_AGAIN_DAYS = 28;
/** How long a link to answer without signing in is good. */
export const ANSWER_LINK_DAYS = 30;

/** Characters of one text; points of one matter. */
export const MATTER_TEXT_LIMIT = 4_000;
export const MATTER_POINTS_LIMIT = 30;
export const MATTER_TITLE_LIMIT = 80;

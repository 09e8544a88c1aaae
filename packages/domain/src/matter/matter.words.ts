import { words, type Words } from '../kit/words.ts';
import type {
  ClockKind,
  ClockState,
  Disposition,
  LedgerClaim,
  LevelOfView,
  LookBack,
  MatterActionKind,
  MatterKind,
  MatterOrigin,
  MatterStatus,
  Outcome,
  ReportWay,
  Result,
  Way,
} from './matter.ts';

export const MATTER_KIND_WORDS: Readonly<Record<MatterKind, Words>> = words({
  opinion: { zh: '意见', en: 'Opinion' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  difficulty: { zh: '困难', en: 'Difficulty' },
});

export const MATTER_ORIGIN_WORDS: Readonly<Record<MatterOrigin, Words>> = words({
  talk: { zh: '谈话时提出', en: 'Raised in a talk' },
  own: { zh: '自己提出', en: 'Raised by the person' },
  tour: { zh: '学习考察途中提出', en: 'Raised on a study tour' },
  symposium: { zh: '座谈会上提出', en: 'Raised at a symposium' },
  ledger: { zh: '原台账记的', en: 'From the earlier ledger' },
});

export const MATTER_STATUS_WORDS: Readonly<Record<MatterStatus, Words>> = words({
  registered: { zh: '已登记', en: 'Registered' },
  reported: { zh: '已报告', en: 'Reported' },
  assigned: { zh: '已交办', en: 'Handed over' },
  inProgress: { zh: '办理中', en: 'In progress' },
  waiting: { zh: '等候补充', en: 'Waiting for more' },
  drafted: { zh: '已拟复', en: 'Reply drafted' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  replied: { zh: '已答复', en: 'Answered' },
  confirmed: { zh: '本人确认', en: 'Confirmed' },
  closed: { zh: '办结', en: 'Closed' },
  merged: { zh: '已并入', en: 'Merged' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  endedInLedger: { zh: '台账已办', en: 'Ended in the ledger' },
});

/** What a ledger says of the handling, put into the sentences of state. */
export const LEDGER_CLAIM_WORDS: Readonly<Record<LedgerClaim, Words>> = words({
  open: { zh: '还没有办', en: 'not handled yet' },
  handedOn: { zh: '已转部门', en: 'handed on' },
  underWay: { zh: '正在办理', en: 'under way' },
  planned: { zh: '列入计划', en: 'planned' },
  notFeasible: { zh: '暂不可行', en: 'not possible for now' },
  answered: { zh: '已答复', en: 'answered' },
  solved: { zh: '已解决', en: 'solved' },
});

export const DISPOSITION_WORDS: Readonly<Record<Disposition, Words>> = words({
  accepted: { zh: '受理', en: 'Accepted' },
  reference: { zh: '留作参考', en: 'Taken as reference' },
  declined: { zh: '不受理', en: 'Declined' },
});

/** Used where a policy names none of its own. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = words({
  A: { zh: '已解决', en: 'Solved' },
  B: { zh: '正在解决', en: 'Under way' },
  C: { zh: '列入计划', en: 'Planned' },
  D: { zh: '暂不可行', en: 'Not possible for now' },
});

export const RESULT_WORDS: Readonly<Record<Result, Words>> = words({
  solved: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分', en: 'Partly' },
  no: { zh: '没有', en: 'Not' },
});

export const WAY_WORDS: Readonly<Record<Way, Words>> = words({
  faceToFace: { zh: '当面', en: 'in person' },
  phone: { zh: '电话', en: 'by phone' },
  message: { zh: '消息', en: 'by message' },
  letter: { zh: '书面', en: 'in writing' },
  here: { zh: '在本页', en: 'on this page' },
});

export const REPORT_WAY_WORDS: Readonly<Record<ReportWay, Words>> = words({
  briefing: { zh: '情况专报', en: 'Briefing paper' },
  meeting: { zh: '会上报告', en: 'At a meeting' },
  spoken: { zh: '当面报告', en: 'In person' },
  note: { zh: '书面报告', en: 'By a note' },
});

export const LOOK_BACK_WORDS: Readonly<Record<LookBack, Words>> = words({
  kept: { zh: '办到了', en: 'Kept' },
  moved: { zh: '改了日子', en: 'Moved' },
  notKept: { zh: '没有办到', en: 'Not kept' },
});

export const CLOCK_WORDS: Readonly<Record<ClockKind, Words>> = words({
  triage: { zh: '受理', en: 'Triage' },
  report: { zh: '报告', en: 'Report' },
  handBack: { zh: '退回期限', en: 'Hand-back' },
  firstContact: { zh: '首次联系', en: 'First contact' },
  response: { zh: '回一句话', en: 'A word back' },
  coOpinion: { zh: '会办意见', en: 'Co-handler’s opinion' },
  reply: { zh: '答复', en: 'Reply' },
  review: { zh: '审核', en: 'Review' },
  deliver: { zh: '送达', en: 'Delivery' },
  confirm: { zh: '本人确认', en: 'Confirmation' },
  lookBack: { zh: '回头看', en: 'Look back' },
});

export const CLOCK_STATE_WORDS: Readonly<Record<ClockState, Words>> = words({
  running: { zh: '在走', en: 'Running' },
  paused: { zh: '停表', en: 'Paused' },
  met: { zh: '已做', en: 'Done' },
  metLate: { zh: '迟后已做', en: 'Done late' },
  late: { zh: '过期', en: 'Late' },
  stopped: { zh: '已停', en: 'Stopped' },
  noNumber: { zh: '没有定日子', en: 'No set day' },
});

export const LEVEL_OF_VIEW_WORDS: Readonly<Record<LevelOfView, Words>> = words({
  proposer: { zh: '提出人', en: 'Proposer' },
  leader: { zh: '联系领导', en: 'Leader' },
  keeper: { zh: '统战部', en: 'Office' },
  checker: { zh: '检查', en: 'Checker' },
  handler: { zh: '主办', en: 'Leading department' },
  coHandler: { zh: '会办', en: 'Co-handler' },
});

/** What happened, for the history of a line; `MATTER_STEP_WORDS` names what can be done. */
export const MATTER_ACTION_WORDS: Readonly<Record<MatterActionKind, Words>> = words({
  register: { zh: '提出并登记', en: 'Raised and registered' },
  import: { zh: '从台账导入', en: 'Taken over from the ledger' },
  choose: { zh: '改了署名与否', en: 'Changed whether to be named' },
  revise: { zh: '改了说法', en: 'Put in other words' },
  add: { zh: '补充', en: 'Added a word' },
  askProgress: { zh: '问进度', en: 'Asked how things stand' },
  withdraw: { zh: '撤回', en: 'Withdrew' },
  forward: { zh: '联系领导转统战部', en: 'Passed on by the leader' },
  answerOnSpot: { zh: '联系领导当场答复', en: 'Answered by the leader' },
  report: { zh: '报告班子', en: 'Reported to the leadership' },
  triage: { zh: '定了是否受理', en: 'Triage' },
  release: { zh: '定了转办的文字', en: 'Text released for handling' },
  assign: { zh: '交办', en: 'Handed over' },
  take: { zh: '接办', en: 'Taken' },
  handBack: { zh: '退回', en: 'Handed back' },
  tell: { zh: '告知进展', en: 'Told the proposer' },
  wait: { zh: '等候补充，停表', en: 'Waiting for more, clocks paused' },
  resume: { zh: '续办，续表', en: 'Resumed' },
  note: { zh: '办理记事', en: 'Handling note' },
  giveOpinion: { zh: '会办意见', en: 'Co-handler’s opinion' },
  draft: { zh: '写答复', en: 'Reply written' },
  submit: { zh: '送审', en: 'Sent to review' },
  askExtension: { zh: '申请延期', en: 'Asked for more time' },
  decideExtension: { zh: '定了是否延期', en: 'Decided on more time' },
  review: { zh: '审核', en: 'Reviewed' },
  publish: { zh: '答复', en: 'Reply published' },
  deliver: { zh: '送达', en: 'Delivered' },
  acknowledge: { zh: '本人看过', en: 'Read by the proposer' },
  answer: { zh: '本人说办到没有', en: 'The proposer answered' },
  lookBack: { zh: '回头看', en: 'Looked back' },
  merge: { zh: '并入另一件', en: 'Merged into another' },
  receive: { zh: '并进一件', en: 'Another was merged in' },
  split: { zh: '分出一件', en: 'Parted one off' },
  close: { zh: '办结', en: 'Closed' },
  reopen: { zh: '说还没有办到，重新办', en: 'Not done yet: taken up again' },
});

/** The one sentence of state; facts are in the reader's language already. */
export const MATTER_SENTENCES = words({
  registered: { zh: '已经登记，统战部正在看。', en: 'Registered; the office is looking at it.' },
  reported: {
    zh: '已经报告班子，正在定由谁办。',
    en: 'Reported to the leadership; who will handle it is being decided.',
  },
  handedBack: {
    zh: '{unit}说不归他们办，统战部正在另定。',
    en: '{unit} says that it is not theirs; the office is deciding anew.',
  },
  accepted: { zh: '已经受理，正在定由谁办。', en: 'Accepted; who will handle it is being decided.' },
  reference: { zh: '留作参考，正在写答复。', en: 'Taken as reference; a reply is being written.' },
  declined: { zh: '没有受理，正在写明原因。', en: 'Not accepted; the reasons are being written.' },
  assigned: { zh: '已经交{lead}，等他们接办。', en: 'Handed to {lead}, who has yet to take it.' },
  inProgress: { zh: '{lead}正在办。', en: '{lead} is working on it.' },
  inProgressPledged: {
    zh: '{lead}正在办，答应 {day}前答复；{left}。',
    en: '{lead} is working on it and promised a reply by {day}; {left}.',
  },
  inProgressPledgedPlain: {
    zh: '{lead}正在办，答应 {day}前答复。',
    en: '{lead} is working on it and promised a reply by {day}.',
  },
  inProgressDue: {
    zh: '{lead}正在办，{day}前答复；{left}。',
    en: '{lead} is working on it; a reply is due by {day}; {left}.',
  },
  waiting: { zh: '等提出人补充，停表。', en: 'Waiting for a word from the proposer; the clocks stand still.' },
  waitingForMe: { zh: '等您补充一句，停表。', en: 'Waiting for a word from you; the clocks stand still.' },
  drafted: { zh: '答复已经写好，正在审核。', en: 'The reply is written and under review.' },
  reviewed: { zh: '答复已经审过，就要发出。', en: 'The reply has been reviewed and is about to go out.' },
  replied: { zh: '{day}答复。事情办到了吗？', en: 'Answered on {day}. Was it done?' },
  repliedWaiting: { zh: '{day}答复，等本人说办到没有。', en: 'Answered on {day}; waiting for the proposer’s word.' },
  confirmed: { zh: '本人说：{result}。', en: 'The proposer says: {result}.' },
  confirmedByMe: { zh: '您说：{result}。', en: 'You said: {result}.' },
  closed: { zh: '{day}办结。', en: 'Closed on {day}.' },
  merged: { zh: '已并入 {number}，在那里一起答复。', en: 'Merged into {number} and answered there.' },
  withdrawn: { zh: '{day}撤回。', en: 'Withdrawn on {day}.' },
  endedInLedger: {
    zh: '原来的台账写着{claim}，没有经过这里答复。',
    en: 'The earlier ledger says: {claim}; no reply went out from here.',
  },
  endedInLedgerForMe: {
    zh: '原来的台账写着{claim}。不是这样，请告诉我们。',
    en: 'The earlier ledger says: {claim}. If that is not so, please tell us.',
  },
  importedHandedOn: {
    zh: '原来的台账写着已转部门，没有写是哪一个，正在定由谁办。',
    en: 'The earlier ledger says that it was handed on, not to whom; who will handle it is being decided.',
  },
  importedUnderWay: {
    zh: '原来的台账写着{claim}，还没有答复；统战部正在跟。',
    en: 'The earlier ledger says: {claim}; no reply yet. The office follows it up.',
  },
  office: { zh: '统战部', en: 'The office' },
  leftWorking: { zh: '还有 {count} 个工作日', en: '{count} working days left' },
  leftToday: { zh: '就是今天', en: 'that is today' },
  late: { zh: '已过 {count} 个工作日', en: '{count} working days past' },
  latePassed: { zh: '已过那一天', en: 'that day has passed' },
  estimated: { zh: '按估算', en: 'by estimate' },
});

export const DEADLINE_SENTENCES = words({
  calendarDays: { zh: '{number} 天内', en: 'within {number} days' },
  workingDays: { zh: '{number} 个工作日内', en: 'within {number} working days' },
  months: { zh: '{number} 个月内', en: 'within {number} months' },
  dayOfMonth: { zh: '当月 {day} 日前', en: 'by day {day} of the month' },
  dayOfLaterMonth: { zh: '{months} 个月后的 {day} 日前', en: 'by day {day}, {months} months later' },
  fixedDates: { zh: '{dates} 前', en: 'by {dates}' },
});

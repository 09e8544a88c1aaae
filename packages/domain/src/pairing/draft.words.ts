import { refusal } from '../kit/refusal.ts';
import { words } from '../kit/words.ts';

export const DRAFT_REFUSALS = {
  notInPlan: refusal('draft.notInPlan', 'conflict', {
    zh: '方案里没有这一对。请刷新后再试。',
    en: 'This pair is not in the draft. Please reload and try again.',
  }),
  alreadyThere: refusal('draft.alreadyThere', 'conflict', {
    zh: '方案里已经有这一对。',
    en: 'This pair is in the draft already.',
  }),
  pinned: refusal('draft.pinned', 'conflict', {
    zh: '这一对已固定，不能动。要动，先取消固定。',
    en: 'This pair is pinned. Take the pin out first.',
  }),
  pinBreaksRule: refusal('draft.pinBreaksRule', 'unprocessable', {
    zh: '这一对与规则不合，不能固定：{says}',
    en: 'This pair goes against a rule and cannot be pinned: {says}',
  }),
  outsideBoard: refusal('draft.outsideBoard', 'unprocessable', {
    zh: '这位不在这块板上：领导到那一天不在任，或者不属于这一级、这个单位。',
    en: 'Not on this board: not in post on that day, or not of this tier or unit.',
  }),
  noSandbox: refusal('draft.noSandbox', 'unprocessable', {
    zh: '这份草案不是换届方案，没有沙盘。请另起一份换届方案。',
    en: 'This draft is no renewal and has no sandbox. Begin a renewal.',
  }),
  notOpen: refusal('draft.notOpen', 'conflict', {
    zh: '这份草案已经发布或收起，不能再改。可以照它另起一份。',
    en: 'This draft has been published or put away and cannot be changed. You may begin a copy of it.',
  }),
  notYours: refusal('draft.notYours', 'forbidden', {
    zh: '这份草案不由您管。',
    en: 'This draft is not yours to keep.',
  }),
  unitMissing: refusal('draft.unitMissing', 'invalid', {
    zh: '请选您所在的单位：单位只排自己的名单。',
    en: 'Choose your unit: a unit plans its own list.',
  }),
  nothingToSend: refusal('draft.nothingToSend', 'unprocessable', {
    zh: '这份草案与现在没有不同，没有要发布的。',
    en: 'This draft is no different from today; there is nothing to publish.',
  }),
  hasProblems: refusal('draft.hasProblems', 'unprocessable', {
    zh: '有 {count} 处与规则不合，改好再发布：{names}。',
    en: '{count} pairs go against a rule; mend them first: {names}.',
  }),
  changedSince: refusal('draft.changedSince', 'conflict', {
    zh: '有 {count} 对在排方案以后变了：{names}。请看过再发布。',
    en: '{count} pairs have changed since this was planned: {names}. Please look and publish again.',
  }),
  notSent: refusal('draft.notSent', 'conflict', {
    zh: '这份草案没有发布，没有可撤销的。',
    en: 'This draft has not been published; there is nothing to undo.',
  }),
  undoTooLate: refusal('draft.undoTooLate', 'conflict', {
    zh: '发布已超过 {days} 天，不能再整份撤销。请一对一对调整。',
    en: 'It was published more than {days} days ago and can no longer be undone as a whole. Adjust pair by pair.',
  }),
  solving: refusal('draft.solving', 'conflict', {
    zh: '这份草案正在求方案，请等它求完，或先停下。',
    en: 'A plan is being looked for already. Wait for it, or call it off.',
  }),
  notSolved: refusal('draft.notSolved', 'conflict', {
    zh: '这次没有求出方案，没有可采用的。',
    en: 'No plan came of this; there is nothing to take over.',
  }),
  solveOutdated: refusal('draft.solveOutdated', 'conflict', {
    zh: '求方案以后草案又改过。请再求一次。',
    en: 'The draft was changed after this plan was asked for. Ask again.',
  }),
} as const;

/** Why a pair of the plan differs from today, where nobody wrote a reason. */
export const DIFF_WORDS = words({
  leaderLeaves: { zh: '{from}{day}起不在任', en: '{from} is out of office from {day}' },
  changeAsked: { zh: '本人请求调整', en: 'Asked for another leader' },
  moved: { zh: '手动调整', en: 'Moved by hand' },
  short: { zh: '{to}还差 {short} 人', en: '{to} is {short} short' },
  eligible: { zh: '{standing}，应有联系人', en: '{standing}: should have a leader' },
  added: { zh: '手动加入', en: 'Added by hand' },
  dropped: { zh: '手动取下', en: 'Taken out by hand' },
  representativeLeaves: { zh: '{day}起不在名单内', en: 'Off the list from {day}' },
});

/** What the rules say of a place on the board. */
export const JUDGE_WORDS = words({
  fits: { zh: '可以：{standing}，{until}。', en: 'Possible: {standing}, {until}.' },
  fitsShort: {
    zh: '可以：{standing}，{until}。{leader}还差 {short} 人。',
    en: 'Possible: {standing}, {until}. {leader} is still {short} short.',
  },
  free: { zh: '可以。', en: 'Possible.' },
  here: { zh: '已经在这里。', en: 'Here already.' },
  withinTerm: { zh: '任期内', en: 'within the term' },
  untilDay: { zh: '{day}届满', en: 'until {day}' },
});

export const SOLVE_WORDS = words({
  done: {
    zh: '留 {kept}，换 {moved}，新 {added}，少 {dropped}。改动最少。',
    en: '{kept} stay, {moved} move, {added} are new, {dropped} end. Fewest changes.',
  },
  bestSoFar: {
    zh: '时间到了，这是目前最好的：留 {kept}，换 {moved}，新 {added}，少 {dropped}。也许还能更好。',
    en: 'Time is up; the best so far: {kept} stay, {moved} move, {added} are new, {dropped} end. There may be a better one.',
  },
  infeasible: { zh: '这样排不出来。', en: 'This cannot be done as it stands.' },
  cancelled: { zh: '已停下，没有方案。', en: 'Called off; no plan.' },
  failed: {
    zh: '求方案时出了错，什么都没有变。请再试一次；还不行，请告诉管理员。',
    en: 'Something went wrong; nothing has changed. Try again, or tell the administrator.',
  },
  lost: {
    zh: '求方案时系统停过，没有做完。请再求一次。',
    en: 'The system stopped while it was looking. Please ask again.',
  },
});

/** What the optimiser is told of people and pairs, as whole sentences. */
export const PROBLEM_WORDS = words({
  superior: { zh: '两人是直接上下级，不宜结对', en: 'They are superior and subordinate' },
  household: { zh: '两人是一家人，不宜结对', en: 'They are of one household' },
  declared: { zh: '两人申明过回避', en: 'They have declared that they should not be paired' },
  lapses: { zh: '{standing}{day}届满', en: '{standing} ends on {day}' },
});

/** What is asked of a pasted line that is not clear. */
export const PASTED_WORDS = words({
  nobody: {
    zh: '没有找到这个名字，请核对，或先把人加进名单。',
    en: 'Nobody of this name was found. Check it, or add the person first.',
  },
  several: { zh: '有几位同名，请选是哪一位。', en: 'Several people have this name. Choose one.' },
  noSuchEnd: {
    zh: '看不出是哪个身份或职务到期，请选。',
    en: 'It is not clear which standing or post ends. Choose one.',
  },
  reversed: { zh: '结束的日子不晚于开始的日子，请核对。', en: 'It ends no later than it begins. Please check.' },
  unclear: {
    zh: '看不出是什么身份或职务，请写明。',
    en: 'It is not clear which standing or post is meant. Please write it out.',
  },
});

import type { DESK_VIEWS } from '@zhengyou/domain/matter/desk.contract.ts';
import { words, type Words } from '@zhengyou/domain/kit/words.ts';

export const deskViewWords: Readonly<Record<(typeof DESK_VIEWS)[number], Words>> = words({
  lead: { zh: '我的办件', en: 'To answer' },
  co: { zh: '会办', en: 'Co-handling' },
  replied: { zh: '已答复', en: 'Answered' },
  lookBack: { zh: '回头看', en: 'Look back' },
});

export const deskEmptyWords: Readonly<Record<(typeof DESK_VIEWS)[number], Words>> = words({
  lead: { zh: '手上没有要办的。', en: 'Nothing to answer.' },
  co: { zh: '没有等着会办意见的。', en: 'No opinion is waited for.' },
  replied: { zh: '还没有答复过的。', en: 'Nothing answered yet.' },
  lookBack: { zh: '没有到日子要回头看的。', en: 'No promise comes back now.' },
});

export const deskWords = words({
  byNext: { zh: '按最近的日子排', en: 'The next day first' },
  keys: { zh: 'J、K 上下，Enter 打开。', en: 'J and K move, Enter opens.' },
  toQueue: { zh: '回到办件', en: 'Back to the list' },
  pick: { zh: '从左边挑一件。', en: 'Choose one at the left.' },
  pickText: { zh: '先办最近到日子的。', en: 'The next day comes first.' },
  written: { zh: '{count} 点，已写 {done} 点', en: '{count} points, {done} written' },
  place: {
    zh: '写给提出人：能办到哪一步，什么时候；不能办，为什么',
    en: 'To the proposer: how far and by when; or why not',
  },
  replyTo: { zh: '第 {at} 点的答复', en: 'Reply to point {at}' },
  outcomeOf: { zh: '第 {at} 点办到哪一步', en: 'How far point {at} got' },
  promiseOn: { zh: '第 {at} 点哪天前办到', en: 'Day by which point {at} is done' },
  promiseLooks: { zh: '前办到，届时回头看', en: 'is the day; we look back then' },
  blanks: { zh: '空着 {count} 处：', en: '{count} blanks: ' },
  save: { zh: '存草稿', en: 'Save the draft' },
  saved: { zh: '草稿存好了。', en: 'Draft saved.' },
  ready: { zh: '每一点都写好了，可以送审。', en: 'Every point is answered; it can go to review.' },
  drafted: { zh: '已经送审，等第二个人看。', en: 'Sent to review; a second person looks at it.' },
  takeFirst: { zh: '接下以后再写答复。', en: 'Take it first, then write.' },
  waiting: { zh: '在等对方补充，续上以后再送审。', en: 'Waiting for more; go on before sending to review.' },
  similar: { zh: '相近的已答复', en: 'Similar, answered' },
  similarNone: { zh: '还没有相近的。', en: 'None is alike yet.' },
  similarMeta: { zh: '{number}，{unit}，{outcome}', en: '{number}, {unit}, {outcome}' },
  templates: { zh: '模板', en: 'Templates' },
  templatesMore: { zh: '还有 {count} 个', en: '{count} more' },
  templatesNone: { zh: '还没有模板。', en: 'No templates yet.' },
  blankCount: { zh: '空着 {count} 处', en: '{count} blanks' },
  blankNone: { zh: '没有要填的', en: 'nothing to fill' },
  useAt: { zh: '用到第 {at} 点', en: 'Use for point {at}' },
  side: { zh: '可参考的', en: 'For reference' },

  templatesTitle: { zh: '答复模板', en: 'Reply templates' },
  templatesLead: {
    zh: '说法可以借用，要填的空一个也不能留着。',
    en: 'Borrow the wording; no blank may be left.',
  },
  templateAdd: { zh: '加一个', en: 'Add one' },
  templateTitle: { zh: '名称', en: 'Name' },
  templateText: { zh: '文字', en: 'Text' },
  templateHint: {
    zh: '要填的地方写成【哪个部门？】，没填完不能送审',
    en: 'Write blanks as 【which department?】; they block review until filled',
  },
  templateOutcome: { zh: '用在', en: 'For' },
  templateAny: { zh: '都可以', en: 'Any' },
  templateOf: { zh: '归谁用', en: 'Whose' },
  templateHouse: { zh: '全院', en: 'Whole house' },
  templateSave: { zh: '存好', en: 'Save' },
  templateSaved: { zh: '模板存好了。', en: 'Template saved.' },
  templateChange: { zh: '改一改', en: 'Change' },
  templateRemove: { zh: '不要了', en: 'Remove' },
  templateRemoved: { zh: '模板去掉了。', en: 'Template removed.' },
  templateMissing: { zh: '名称和文字都要有。', en: 'Both name and text are needed.' },
});

import { words, type Words } from '../kit/words.ts';
import type { BriefingAction, BriefingStatus } from './briefing.ts';
import type { FactKind } from './naming-guard.ts';

export const BRIEFING_STATUS_WORDS: Readonly<Record<BriefingStatus, Words>> = words({
  drafted: { zh: '在拟', en: 'In draft' },
  handed: { zh: '等第二人审', en: 'Waiting for approval' },
  approved: { zh: '已审，等印发', en: 'Approved, to be issued' },
  issued: { zh: '已印发', en: 'Issued' },
});

export const BRIEFING_ACTION_WORDS: Readonly<Record<BriefingAction, Words>> = words({
  draft: { zh: '起草', en: 'Drafted' },
  write: { zh: '修改', en: 'Edited' },
  handOver: { zh: '送审', en: 'Handed for approval' },
  return: { zh: '退回修改', en: 'Returned to draft' },
  approve: { zh: '审定', en: 'Approved' },
  issue: { zh: '印发', en: 'Issued' },
});

export const FACT_KIND_WORDS: Readonly<Record<FactKind, Words>> = words({
  unit: { zh: '部门', en: 'unit' },
  party: { zh: '党派', en: 'party' },
  title: { zh: '职称', en: 'title' },
  position: { zh: '职务', en: 'position' },
});

/** What the paper itself says. The Chinese is what is issued. */
export const PAPER_WORDS = words({
  name: { zh: '情况专报', en: 'Briefing' },
  issue: { zh: '{year}年第{ordinal}期', en: '{year}, no. {ordinal}' },
  unnumbered: { zh: '送审稿', en: 'Draft for approval' },
  day: { zh: '{year}年{month}月{day}日', en: '{year}-{month}-{day}' },
  issuer: { zh: '{institution}党委统战部', en: 'United Front Office, {institution}' },
  addressee: { zh: '领导班子各位成员：', en: 'To the members of the leadership team:' },
  opinion: { zh: '意见', en: 'Opinions' },
  suggestion: { zh: '建议', en: 'Suggestions' },
  difficulty: { zh: '困难', en: 'Difficulties' },
  other: { zh: '其他情况', en: 'Other' },
  someone: { zh: '有党外代表人士提出：', en: 'A representative raises: ' },
  several: { zh: '有{count}位党外代表人士提出：', en: '{count} representatives raise: ' },
  named: { zh: '{names}提出：', en: '{names} raise: ' },
  namedAndOthers: { zh: '{names}等人（另有{count}位未署名）提出：', en: '{names} and {count} unnamed raise: ' },
});
/** How a briefing’s own title is begun; the office changes it. */
export const DRAFT_TITLE: Words = {
  zh: '关于党外代表人士近期所提意见建议的情况',
  en: 'What representatives have raised of late',
};
/** What stands on the line of a matter whose briefing came back with an instruction. */
export const INSTRUCTED: Words = {
  zh: '《情况专报》{issue}，{leader}批示：{words}',
  en: 'Briefing {issue}, instruction by {leader}: {words}',
};
export const REPORTED_IN: Words = { zh: '《情况专报》{issue}', en: 'Briefing {issue}' };

import { words } from '../kit/words.ts';

export const roleWords = words({
  leader: { zh: '党员领导干部', en: 'Leading cadre' },
  representative: { zh: '党外代表人士', en: 'Non-Party representative' },
  office: { zh: '统战部', en: 'United Front Work Department' },
  unitOfficer: { zh: '单位联络员', en: 'Unit liaison officer' },
  handler: { zh: '承办部门', en: 'Answering department' },
  secretary: { zh: '秘书', en: 'Secretary' },
  checker: { zh: '检查', en: 'Checker' },
});

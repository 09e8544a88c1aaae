import { words, type Words } from '../kit/words.ts';
import type { UnitKind } from './unit.contract.ts';

export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, Words>> = words({
  institution: { zh: '本部', en: 'Headquarters' },
  department: { zh: '部门', en: 'Department' },
  hospital: { zh: '附属医院', en: 'Affiliated hospital' },
  college: { zh: '学院', en: 'College' },
  centre: { zh: '中心', en: 'Centre' },
});

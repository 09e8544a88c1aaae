import { words } from '@zhengyou/domain/kit/words.ts';

export const tabsWords = words({
  label: { zh: '结对的几处', en: 'Within pairing' },
  roster: { zh: '名册', en: 'Roster' },
  proposals: { zh: '推荐与确认', en: 'Recommendations' },
  board: { zh: '调整方案', en: 'Board' },
  renewal: { zh: '换届', en: 'Renewal' },
  adjustments: { zh: '要调整的', en: 'To adjust' },
  offices: { zh: '随职务', en: 'By office' },
  coverage: { zh: '覆盖', en: 'Coverage' },
});

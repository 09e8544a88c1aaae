import { words } from '@zhengyou/domain/kit/words.ts';

export const diffWords = words({
  kept: { zh: '留', en: 'Kept' },
  moved: { zh: '换', en: 'Moved' },
  added: { zh: '新', en: 'New' },
  ended: { zh: '止', en: 'Ended' },
  nobody: { zh: '未配对', en: 'nobody' },
  noLonger: { zh: '不再联系', en: 'nobody any more' },
  to: { zh: '改由', en: 'to' },
  nothing: { zh: '与现在一样，没有改动。', en: 'The same as now; nothing changes.' },
  lock: { zh: '锁住{name}与{leader}这一对', en: 'Keep {name} with {leader}' },
  locked: { zh: '已锁住，求方案时不动', en: 'Kept: a proposal leaves it' },
  lockHint: { zh: '锁住这一对', en: 'Keep this pair' },
});

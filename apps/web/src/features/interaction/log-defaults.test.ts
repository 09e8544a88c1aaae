import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { describe, expect, it } from 'vitest';
import { ownPairsOf } from './log-defaults.ts';
import type { Defaults } from './log-draft.ts';

const SELF = '0190a000-0000-7000-8000-000000000001' as Id;
const OTHER = '0190a000-0000-7000-8000-000000000002' as Id;
const friend = (leader: Id, name: string): Defaults['people'][number] => ({
  pairingId: `${leader}-${name}` as Id,
  leader: { id: leader, name: '某某' },
  person: { id: OTHER, name, unitShort: '药学院', standings: ['市政协委员'], reading: 'a b', initials: 'ab' },
  channel: 'phone',
  next: 'threeMonths',
  state: 'late',
});

describe('what stays on the device for the time without network', () => {
  it('is one’s own pairs, by name and state, without standings', () => {
    const kept = ownPairsOf({
      today: '2026-11-23' as PlainDate,
      zone: 'Asia/Shanghai',
      self: SELF,
      people: [friend(SELF, '甲'), friend(OTHER, '乙')],
    });
    expect(kept.people.map((one) => one.person.name)).toEqual(['甲']);
    expect(kept.people[0]?.person.standings).toEqual([]);
    expect(kept.people[0]?.state).toBe('late');
  });
});

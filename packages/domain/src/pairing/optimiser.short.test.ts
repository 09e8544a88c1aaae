import { expect, it } from 'vitest';
import { bound, leader, problem, representative } from './optimiser.build.ts';
import { asFarAsPossible, leadersShort } from './optimiser.short.ts';
import type { RosterPlan } from './optimiser.types.ts';

const asked = problem({
  leaders: [
    leader('A', { floor: bound(2) }),
    leader('B', { floor: bound(2) }),
    leader('C', { floor: bound(2), leaving: { zh: '调离。', en: 'Moves away.' } }),
    leader('D', { floor: bound(2, 'soft') }),
  ],
  representatives: ['1', '2', '3'].map((id) => representative(id)),
});
const line = { reason: { zh: '', en: '' }, basis: [] };
const plan = {
  kept: [{ leaderId: 'A', representativeId: '1', ...line }],
  moved: [{ fromLeaderId: 'C', toLeaderId: 'A', representativeId: '2', ...line }],
  added: [{ leaderId: 'B', representativeId: '3', ...line }],
  ended: [],
} as unknown as RosterPlan; // its score is of no account here

it('hopes for the number of each leader instead of demanding it, and changes nothing else', () => {
  const nearest = asFarAsPossible(asked);
  expect(nearest.leaders.map(({ floor }) => [floor?.value, floor?.firmness])).toEqual(
    Array.from({ length: 4 }, () => [2, 'soft']),
  );
  expect({ ...nearest, leaders: [] }).toEqual({ ...asked, leaders: [] });
});

it('names who stays short of what is demanded, and neither who leaves nor who is only hoped for', () => {
  expect(leadersShort(asked, plan)).toEqual([{ leaderId: 'B', by: 1 }]);
});

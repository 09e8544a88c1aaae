import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { describe, expect, it } from 'vitest';
import { leadersOf, moveTo, type Board, type BoardLeader } from './use-board.ts';

const slotOf = (id: string) => ({ representative: { id, name: id } }) as unknown as BoardLeader['slots'][number];
const leader = (id: string, tier: string, slots: string[]) =>
  ({ id, name: id, tier, slots: slots.map(slotOf), gone: [] }) as unknown as BoardLeader;
const board = {
  asOf: plainDate('2026-11-23'),
  leaders: [leader('a', 'school', ['x']), leader('b', 'school', []), leader('c', 'unit', ['x', 'y'])],
} as unknown as Board;
const id = (text: string) => text as BoardLeader['id'];

describe('putting somebody with a leader', () => {
  it('moves who is carried from another list', () => {
    expect(moveTo(board, id('x'), id('a'), id('b'))).toEqual({
      op: 'move',
      representativeId: 'x',
      fromLeaderId: 'a',
      toLeaderId: 'b',
    });
  });

  it('moves who comes from the pool and has a leader of that tier already', () => {
    expect(moveTo(board, id('x'), null, id('b'))).toMatchObject({ op: 'move', fromLeaderId: 'a' });
  });

  it('adds who has none of that tier, and says the reason along', () => {
    expect(moveTo(board, id('y'), null, id('b'), '熟悉')).toEqual({
      op: 'add',
      leaderId: 'b',
      representativeId: 'y',
      reason: '熟悉',
    });
  });

  it('does nothing where they stand already', () => {
    expect(moveTo(board, id('x'), id('a'), id('a'))).toBeNull();
  });

  it('finds every list on which somebody stands', () => {
    expect(leadersOf(board, 'x').map((one) => one.id)).toEqual(['a', 'c']);
    expect(leadersOf(board, 'z')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kit/ids.ts';
import { plainDate } from '../kit/plain-date.ts';
import { countPlan, moveLines, planOf, type CurrentPair, type DraftLine, type DraftMove } from './draft.rules.ts';

const id = (name: string) => name as Id;
const pair = (leader: string, representative: string): CurrentPair => ({
  id: id(`${leader}${representative}`),
  leaderId: id(leader),
  representativeId: id(representative),
  startsOn: plainDate('2025-01-01'),
});
const NOW = [pair('a', '1'), pair('a', '2'), pair('b', '3')];

const after = (moves: readonly DraftMove[], current: readonly CurrentPair[] = NOW) =>
  moves.reduce<readonly DraftLine[]>((lines, move) => {
    const moved = moveLines(current, lines, move);
    if (!moved.ok) throw new Error(moved.refusal.code);
    return moved.lines;
  }, []);
const shown = (lines: readonly DraftLine[], current: readonly CurrentPair[] = NOW) =>
  planOf(current, lines)
    .pairs.map((one) => `${one.leaderId}${one.representativeId}${one.change === 'kept' ? '' : ` ${one.change}`}`)
    .sort();

const move = (representative: string, from: string, to: string): DraftMove => ({
  op: 'move',
  representativeId: id(representative),
  fromLeaderId: id(from),
  toLeaderId: id(to),
});
const put = (op: 'add' | 'drop' | 'pin' | 'unpin', leader: string, representative: string): DraftMove => ({
  op,
  leaderId: id(leader),
  representativeId: id(representative),
});

describe('5.3 — a draft', () => {
  it.each<[string, readonly DraftMove[], readonly string[]]>([
    ['is today where nothing was moved', [], ['a1', 'a2', 'b3']],
    ['adds', [put('add', 'b', '4')], ['a1', 'a2', 'b3', 'b4 added']],
    ['moves, and knows from where', [move('1', 'a', 'b')], ['a2', 'b1 moved', 'b3']],
    ['moves on, and still ends the first', [move('1', 'a', 'b'), move('1', 'b', 'c')], ['a2', 'b3', 'c1 moved']],
    ['is today again where one is moved back', [move('1', 'a', 'b'), move('1', 'b', 'a')], ['a1', 'a2', 'b3']],
    ['takes out', [put('drop', 'a', '1')], ['a2', 'b3']],
    ['puts back whom it took out', [put('drop', 'a', '1'), put('add', 'a', '1')], ['a1', 'a2', 'b3']],
    ['puts back whom it moved away', [move('1', 'a', 'b'), put('add', 'a', '1')], ['a1', 'a2', 'b3']],
    ['takes out whom it had moved, wholly', [move('1', 'a', 'b'), put('drop', 'b', '1')], ['a2', 'b3']],
  ])('%s', (_, moves, expected) => {
    expect(shown(after(moves))).toEqual(expected);
  });

  it.each<[string, readonly DraftMove[], DraftMove, string]>([
    ['what is there is not added', [], put('add', 'a', '1'), 'draft.alreadyThere'],
    ['what is not there is not taken out', [], put('drop', 'b', '1'), 'draft.notInPlan'],
    ['what is not there is not pinned', [], put('pin', 'b', '1'), 'draft.notInPlan'],
    ['what is pinned is not moved', [put('pin', 'a', '1')], move('1', 'a', 'b'), 'draft.pinned'],
    ['nobody is moved to where they are', [put('add', 'b', '1')], move('1', 'a', 'b'), 'draft.alreadyThere'],
  ])('%s', (_, moves, last, code) => {
    expect(moveLines(NOW, after(moves), last)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('keeps what happened meanwhile: a pair made elsewhere is no addition, one that ended leaves an addition', () => {
    const lines = after([move('1', 'a', 'b'), put('add', 'b', '4')]);
    expect(shown(lines, [...NOW, pair('b', '4')])).toEqual(['a2', 'b1 moved', 'b3', 'b4']);
    expect(shown(lines, [pair('a', '2'), pair('b', '3')])).toEqual(['a2', 'b1 added', 'b3', 'b4 added']);
  });

  it('never has a pair twice and counts what it shows, whatever is moved', () => {
    const leader = fc.constantFrom('a', 'b', 'c');
    const friend = fc.constantFrom('1', '2', '3', '4');
    const anyMove = fc.oneof(
      fc
        .tuple(fc.constantFrom('add', 'drop', 'pin', 'unpin'), leader, friend)
        .map(([op, l, r]) => put(op as 'add', l, r)),
      fc.tuple(friend, leader, leader).map(([r, from, to]) => move(r, from, to)),
    );
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 25 }), (moves) => {
        let lines: readonly DraftLine[] = [];
        for (const one of moves) {
          const moved = moveLines(NOW, lines, one);
          if (moved.ok) lines = moved.lines;
        }
        const plan = planOf(NOW, lines);
        const keys = plan.pairs.map((one) => `${one.leaderId} ${one.representativeId}`);
        expect(new Set(keys).size).toBe(keys.length);
        const counts = countPlan(plan);
        expect(counts.kept + counts.moved + counts.added).toBe(plan.pairs.length);
        // Every pair of today is kept, moved or dropped, and is one of them only.
        expect(counts.kept + counts.moved + counts.dropped).toBe(NOW.length);
        const lineKeys = lines.map((line) => `${line.kind} ${line.leaderId} ${line.representativeId}`);
        expect(new Set(lineKeys).size).toBe(lineKeys.length);
      }),
      { numRuns: 2000 },
    );
  });
});

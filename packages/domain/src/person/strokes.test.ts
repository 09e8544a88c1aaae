import { describe, expect, it } from 'vitest';
import { firstStrokesOf, strokeKeyOf, strokesOf } from './strokes.ts';

describe('strokes', () => {
  it.each([
    ['一', 1],
    ['丁', 2],
    ['于', 3],
    ['王', 4],
    ['冯', 5],
    ['朴', 6],
    ['李', 7],
    ['单', 8],
    ['洗', 9],
    ['阿', 8],
    ['曾', 12],
    ['解', 13],
    ['龘', 48],
    ['A', undefined],
    ['·', undefined],
    ['𠮷', undefined],
  ])('%s has %s', (sign, count) => {
    expect(strokesOf(sign)).toBe(count);
  });

  it('sort names sign by sign', () => {
    const names = ['李四', '王敏', '丁一', '张三', '王一', '冯飞', '𠮷一'];
    const key = (name: string) => strokeKeyOf(name);
    expect(names.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual([
      '丁一',
      '王一',
      '王敏',
      '冯飞',
      '张三',
      '李四',
      '𠮷一',
    ]);
  });

  it('of the first sign are read off the key', () => {
    expect(firstStrokesOf(strokeKeyOf('王敏'))).toBe(4);
    expect(firstStrokesOf(strokeKeyOf('𠮷一'))).toBeNull();
    expect(firstStrokesOf(strokeKeyOf('阿依古丽·买买提'))).toBe(8);
    expect(firstStrokesOf('')).toBeNull();
  });
});

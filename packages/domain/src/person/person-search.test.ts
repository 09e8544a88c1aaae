import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byReading, isFoundBy, letterOf, looseReading, searchRangeOf } from './person-search.ts';

const dengQin = { name: '邓琴', reading: 'deng qin', initials: 'dq' };
const lvYang = { name: '吕洋', reading: 'lv yang', initials: 'ly' };
const aNa = { name: '阿依娜·买买提', reading: 'a yi na mai mai ti', initials: 'aynmmt' };

describe('finding a person', () => {
  test.each(['邓', '琴', '邓 琴', 'deng', 'dengq', 'deng qin', 'DQ', 'd', 'deq', 'dqin', ''])('邓琴 by %s', (typed) => {
    expect(isFoundBy(dengQin, typed)).toBe(true);
  });
  test.each(['qin', 'dengx', 'dx', '邓x', '林', '.*', '%', 'dengqinn'])('邓琴 not by %s', (typed) => {
    expect(isFoundBy(dengQin, typed)).toBe(false);
  });
  test('ü is typed as v, as ü or in full width', () => {
    expect(['lv', 'lü', 'ｌｖ', 'lvy'].map((typed) => isFoundBy(lvYang, typed))).toEqual([true, true, true, true]);
  });
  test('a dot in the name need not be typed', () => {
    expect(isFoundBy(aNa, '娜买')).toBe(true);
  });
  test('every beginning of the reading finds the person', () => {
    fc.assert(
      fc.property(fc.constantFrom(dengQin, lvYang, aNa), fc.nat(20), (person, length) =>
        isFoundBy(person, person.reading.slice(0, length)),
      ),
    );
  });
});

describe('the order of the directory', () => {
  test('is that of the readings, surname first; one name, one order', () => {
    const list = [
      { id: '3', ...lvYang },
      { id: '2', ...dengQin },
      { id: '1', ...dengQin },
      { id: '4', name: '单慧', reading: 'shan hui', initials: 'sh' },
    ];
    expect(list.toSorted(byReading).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  });
  test('stands under letters, and what has none under #', () => {
    expect([letterOf(dengQin), letterOf({ reading: '' })]).toEqual(['D', '#']);
  });
});

describe('what a database is asked', () => {
  test('is a range: everything that begins as was typed', () => {
    expect(searchRangeOf('  ')).toBeUndefined();
    expect(searchRangeOf('Deng Q')).toEqual({ script: 'letters', from: 'dengq', until: 'dengq\u{10FFFF}' });
    expect(searchRangeOf('娜·买')).toEqual({ script: 'han', from: '娜买', until: '娜买\u{10FFFF}' });
    expect(searchRangeOf('𠮷')?.from).toBe('𠮷');
    expect([searchRangeOf('%'), searchRangeOf('1'), searchRangeOf("a'b;--")]).toEqual([null, null, null]);
  });
  test('finds by letters whom the page finds, however the letters fall on the syllables', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(dengQin, lvYang, aNa, { name: '一', reading: 'xi an', initials: 'xa' }),
        fc
          .stringMatching(/^[a-z]{1,7}$/)
          .chain((any) =>
            fc.constantFrom(any, 'deq', 'dqi', 'ayna', 'aynmm', 'mai', 'lyan', 'xian', 'xia', 'xan', 'denq'),
          ),
        (person, typed) => {
          expect(new RegExp(looseReading(typed), 'u').test(person.reading)).toBe(isFoundBy(person, typed));
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canHoldBoth, compareRecords, MERGE_CHOICES, MERGE_FIELDS, mergedRecord, type Mergeable } from './merge.ts';

const EMPTY: Mergeable = {
  name: '单慧',
  reading: 'shan hui',
  unit: 'u1',
  affiliations: [],
  position: null,
  titles: [],
  birthMonth: null,
  phone: null,
};
const one = (changes: Partial<Mergeable>): Mergeable => ({ ...EMPTY, ...changes });

describe('merging two records', () => {
  test('asks only where both say something and not the same', () => {
    const fields = compareRecords(
      one({ position: '主任', titles: ['教授'] }),
      one({ phone: '1', titles: ['主任医师'] }),
    );
    expect(fields.filter((field) => field.differs).map(({ field }) => field)).toEqual(['titles']);
    expect(fields.find(({ field }) => field === 'phone')?.proposed).toBe('other');
    expect(fields.find(({ field }) => field === 'titles')?.proposed).toBe('both');
  });

  test('follows the choice field by field', () => {
    const kept = one({ position: '主任', titles: ['教授'], phone: '1' });
    const other = one({ position: '副主任', titles: ['教授', '主任医师'], phone: '2', unit: 'u2' });
    expect(
      mergedRecord(kept, other, { position: 'other', phone: 'kept', unit: 'other', titles: 'both' }),
    ).toMatchObject({
      position: '副主任',
      phone: '1',
      unit: 'u2',
      titles: ['教授', '主任医师'],
    });
  });

  const text = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
  const list = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'));
  const record = fc.record({
    name: fc.constantFrom('单慧', '单惠'),
    reading: fc.constant('shan hui'),
    unit: fc.constantFrom('u1', 'u2'),
    affiliations: list,
    position: text,
    titles: list,
    birthMonth: text,
    phone: text,
  });
  const choices = fc.record(
    Object.fromEntries(MERGE_FIELDS.map((field) => [field, fc.constantFrom(...MERGE_CHOICES)])),
    {
      requiredKeys: [],
    },
  );

  test('invents nothing, and by itself loses nothing that only one of them says', () => {
    fc.assert(
      fc.property(record, record, choices, (kept, other, chosen) => {
        const merged = mergedRecord(kept, other, chosen);
        const untouched = mergedRecord(kept, other, {});
        for (const field of MERGE_FIELDS) {
          const [a, b] = [kept[field], other[field]];
          const said = canHoldBoth(field) ? [...(a as string[]), ...(b as string[])] : [a, b];
          for (const value of canHoldBoth(field) ? (merged[field] as string[]) : [merged[field]])
            expect(said).toContain(value);
          if ((a?.length ?? 0) + (b?.length ?? 0) > 0) expect(untouched[field]?.length ?? 0).toBeGreaterThan(0);
        }
      }),
    );
  });
});

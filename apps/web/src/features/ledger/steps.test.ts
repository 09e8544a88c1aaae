import { describe, expect, it } from 'vitest';
import type { ImportRead, Look } from './shapes.ts';
import { needsColumns, stepsOf, viewOf } from './steps.ts';

const whole = { kind: 'talks', columns: { date: 0, leader: 1, people: 2 } } as const;
const lacking = { kind: 'talks', columns: { date: 0, leader: 1 } } as const;
const unread = { kind: null, columns: {} } as const;

const lookWith = (sheets: readonly unknown[]) => ({ mapping: { sheets } }) as unknown as Look; // only the mapping is looked at
const run = (status: ImportRead['status'], sheets?: readonly unknown[]) => ({
  status,
  look: sheets ? lookWith(sheets) : null,
});

describe('the columns', () => {
  it('are passed over where every sheet that is read has what it needs', () => {
    expect(needsColumns([whole, unread])).toBe(false);
    expect(needsColumns([whole, lacking])).toBe(true);
    expect(needsColumns([unread])).toBe(true);
    expect(needsColumns([])).toBe(true);
  });
});

describe('the step that is open', () => {
  it('follows how the import stands', () => {
    expect(viewOf(run('reading'), 'look')).toBe('reading');
    expect(viewOf(run('failed'), undefined)).toBe('failed');
    expect(viewOf(run('cancelled'), undefined)).toBe('failed');
    expect(viewOf(run('applied'), 'columns')).toBe('applied');
    expect(viewOf(run('undone'), undefined)).toBe('undone');
  });
  it('is the dry run at once where all was recognised, and whichever the address names', () => {
    expect(viewOf(run('read', [whole]), undefined)).toBe('look');
    expect(viewOf(run('read', [lacking]), undefined)).toBe('columns');
    expect(viewOf(run('read', [whole]), 'columns')).toBe('columns');
    expect(viewOf(run('read', [lacking]), 'look')).toBe('look');
    expect(viewOf(run('read', [whole]), 'nonsense')).toBe('look');
  });
  it('has what is done behind it and the rest ahead', () => {
    expect(stepsOf('look').map(({ state }) => state)).toEqual(['done', 'done', 'now', 'ahead', 'ahead']);
    expect(stepsOf('reading').map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(stepsOf('applied').map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'now']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcPath, ringArcs } from './ring.ts';
import { MARK_STATES } from './state.ts';

const kinds = (...given: Parameters<typeof ringArcs>) => ringArcs(...given).map((arc) => arc.kind);

describe('the ring of a year', () => {
  it('shows the duty at the right and the aim at the left', () => {
    expect(kinds(0, 1, 2, 'due')).toEqual(['soon', 'open']);
    expect(kinds(0, 1, 2, 'late')).toEqual(['late', 'open']);
    expect(kinds(0, 1, 2, 'onTrack')).toEqual(['open', 'open']);
    expect(kinds(0, 1, 2, 'excused')).toEqual(['still', 'open']);
    expect(kinds(1, 1, 2, 'met')).toEqual(['met', 'open']);
    expect(kinds(2, 1, 2, 'met')).toEqual(['met', 'met']);
    expect(kinds(5, 1, 2, 'met')).toEqual(['met', 'met']);
  });

  it('divides a duty of several talks', () => {
    expect(kinds(1, 2, 4, 'due')).toEqual(['met', 'soon', 'open']);
    expect(kinds(3, 2, 4, 'met')).toEqual(['met', 'met', 'open']);
  });

  it('keeps every arc within its half, forward and without overlap', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(count, count, count, fc.constantFrom(...MARK_STATES), (done, required, aim, state) => {
        let end = 0;
        for (const arc of ringArcs(done, required, aim, state)) {
          expect(arc.from).toBeGreaterThanOrEqual(end);
          expect(arc.until).toBeGreaterThan(arc.from);
          expect(Math.floor(arc.from / 180)).toBe(Math.floor(arc.until / 180));
          end = arc.until;
        }
        expect(end).toBeLessThan(360);
      }),
    );
  });

  it('begins at the top and goes clockwise', () => {
    expect(arcPath({ kind: 'met', from: 0, until: 90 }, 30, 27)).toBe('M30.00 3.00A27 27 0 0 1 57.00 30.00');
  });
});

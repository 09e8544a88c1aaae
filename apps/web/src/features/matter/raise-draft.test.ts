import { expect, it } from 'vitest';
import { EMPTY_DRAFT, isWritten, missingIn, raiseBody, withPoint } from './raise-draft.ts';

const said = { ...EMPTY_DRAFT, title: ' 晚七点后的班车，能不能加一班 ' };

it('takes the one sentence for the point where there is no other', () => {
  expect(raiseBody(said)).toEqual({
    kind: 'opinion',
    title: '晚七点后的班车，能不能加一班',
    points: ['晚七点后的班车，能不能加一班'],
    named: false,
  });
});

it('names nobody unless it was chosen', () => {
  expect(EMPTY_DRAFT.named).toBe(false);
  expect(raiseBody({ ...said, named: true }).named).toBe(true);
});

it('says which fields want something', () => {
  const two = withPoint(withPoint(said));
  expect(missingIn(EMPTY_DRAFT)).toEqual(['title']);
  expect(missingIn(two)).toEqual([1, 2]);
  const filled = {
    ...two,
    points: [
      { key: 1, words: '加一班' },
      { key: 2, words: '停到东门' },
    ],
  };
  expect(missingIn(filled)).toEqual([]);
  expect(raiseBody(filled).points).toEqual(['加一班', '停到东门']);
  // A point that was taken out gives its key to no other.
  expect(withPoint({ ...filled, points: filled.points.slice(1) }).points.map(({ key }) => key)).toEqual([2, 3]);
});

it('keeps a draft only where something was written', () => {
  expect(isWritten(EMPTY_DRAFT)).toBe(false);
  expect(isWritten(withPoint(EMPTY_DRAFT))).toBe(false);
  expect(isWritten(said)).toBe(true);
});

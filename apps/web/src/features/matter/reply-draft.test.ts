import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  aroundBlanks,
  blockOf,
  firstBlank,
  isChanged,
  nextPoint,
  overStored,
  replyBody,
  writtenOf,
} from './reply-draft.ts';
import type { DraftReply } from './reply-draft.ts';

const today = plainDate('2026-11-23');
const point = (part: Partial<DraftReply> = {}): DraftReply => ({
  id: '018f0000-0000-7000-8000-000000000001' as DraftReply['id'],
  ordinal: 1,
  text: '12 月起不再排门诊。',
  outcome: 'A',
  promiseOn: '',
  ...part,
});
const second = point({ id: '018f0000-0000-7000-8000-000000000002' as DraftReply['id'], ordinal: 2 });

it('says what stands between a draft and its review, and nothing once all is there', () => {
  expect(blockOf([point(), { ...second, text: ' ' }], today)?.code).toBe('matter.pointWithoutReply');
  expect(blockOf([point({ text: '由【哪个部门】测算' })], today)?.code).toBe('matter.blankLeft');
  expect(blockOf([point({ outcome: null })], today)?.code).toBe('matter.pointWithoutOutcome');
  expect(blockOf([point({ outcome: 'B' })], today)?.code).toBe('matter.promiseWithoutDay');
  expect(blockOf([point({ outcome: 'B', promiseOn: '2027-01-15' }), second], today)).toBeUndefined();
});

it('sends a day only with a promise, and takes no space or leftover day for a change', () => {
  expect(replyBody([point({ promiseOn: '2027-01-15' })]).points[0]?.promiseOn).toBeNull();
  expect(replyBody([point({ outcome: 'C', promiseOn: '2027-01-15' })]).points[0]?.promiseOn).toBe('2027-01-15');
  expect(isChanged([point({ promiseOn: '2027-01-15', text: '12 月起不再排门诊。 ' })], [point()])).toBe(false);
  expect(isChanged([point({ text: '另一句' })], [point()])).toBe(true);
});

it('keeps what was typed over what is stored, and drops a point that was parted off', () => {
  const typed = [point({ text: '改过' }), second];
  expect(overStored([point()], typed)).toEqual([point({ text: '改过' })]);
  expect(overStored([point(), second], undefined)).toEqual([point(), second]);
});

it('offers a template to the first point without words', () => {
  expect(nextPoint([point(), { ...second, text: '' }])).toBe(2);
  expect(nextPoint([point(), second])).toBe(2);
  expect(nextPoint([])).toBeUndefined();
  expect(writtenOf([point(), { ...second, text: '' }])).toBe(1);
});

it('finds the blanks of a text where they stand', () => {
  const text = '此事由【哪个部门？】测算，【几月？】提交。';
  expect(firstBlank(text)).toEqual({ from: 3, until: 10 });
  expect(aroundBlanks(text)).toEqual(['此事由', '哪个部门？', '测算，', '几月？', '提交。']);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('办', '【', '】', '月')), (parts) => {
      const said = parts.join('');
      const cut = aroundBlanks(said);
      expect(cut.map((part, index) => (index % 2 === 1 ? `【${part}】` : part)).join('')).toBe(said);
      expect(firstBlank(said) === undefined).toBe(cut.length === 1);
    }),
  );
});

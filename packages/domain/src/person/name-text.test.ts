import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, findNameBeforePost, looksLikeName, splitNames, squeeze, tidyName } from './name-text.ts';

describe('a name as typed', () => {
  it.each([
    ['邓琴 ', '邓琴', ['blanksAfterName']],
    ['\u3000杜力\u3000', '杜力', ['blanksAfterName']],
    ['王　敏', '王敏', ['blanksInName']],
    ['买买提 · 艾力', '买买提·艾力', ['blanksInName']],
    ['买买提•艾力', '买买提·艾力', ['middleDot']],
    ['买买提.艾力', '买买提·艾力', ['middleDot']],
    ['Ａnna  Ｌee', 'Anna Lee', ['fullWidthName']],
    ['J. Smith', 'J. Smith', []],
    ['林远', '林远', []],
    ['', '', []],
  ])('%j is %j', (written, name, tidied) => {
    expect(tidyName(written)).toEqual({ name, hint: null, tidied });
  });

  it.each([
    ['杜力（药学院）', '杜力', '药学院'],
    ['杜力(药学院) ', '杜力', '药学院'],
    ['（药学院）', '(药学院)', null],
  ])('keeps what stands in brackets apart: %j', (written, name, hint) => {
    expect(tidyName(written)).toMatchObject({ name, hint });
  });
});

describe('several names in one cell', () => {
  it.each([
    ['赵飞、杜力', ['赵飞', '杜力']],
    ['赵飞，杜力；余建/王芳', ['赵飞', '杜力', '余建', '王芳']],
    ['赵飞\n杜力', ['赵飞', '杜力']],
    ['赵飞 杜力', ['赵飞', '杜力']],
    ['王 敏', ['王 敏']],
    ['Anna Lee', ['Anna Lee']],
    ['、，', []],
  ])('%j', (written, names) => expect(splitNames(written)).toEqual(names));
});

describe('a post behind a name', () => {
  const known = new Set(['唐鹏玉', '林书', '罗娟']);
  it.each([
    ['唐鹏玉书记', '唐鹏玉'],
    ['唐鹏玉党委副书记', '唐鹏玉'],
    ['罗娟教授', '罗娟'],
    ['罗娟主任医师', '罗娟'],
    ['王敏书记', undefined],
    ['林书记', undefined],
    ['书记', undefined],
  ])('%j → %j', (name, bare) => expect(findNameBeforePost(name, (each) => known.has(each))).toBe(bare));
});

it.each([
  ['林远', true],
  ['买买提·艾力', true],
  ["Seán O'Brien", true],
  ['林远2', false],
  ['林远，王芳', false],
  ['·', false],
  ['', false],
  ['长'.repeat(51), false],
])('%j can be a name: %j', (name, can) => expect(looksLikeName(name)).toBe(can));

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('王', '敏', ' ', '　', '·', '（', ')', '\n', 'Ａ', '、', '1', '\u200b') }),
);

it('tidying a tidy name changes nothing, and what cannot be stored is gone', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { name } = tidyName(text);
      expect(tidyName(name).name).toBe(name);
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(squeeze(squeeze(text))).toBe(squeeze(text));
      expect(cleanText(text)).not.toContain('\u0000');
      expect(cleanText(text).isWellFormed()).toBe(true);
      for (const part of splitNames(text)) expect(part.trim()).toBe(part);
    }),
  );
});

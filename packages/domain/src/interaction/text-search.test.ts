import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf, sentencesWith, soughtIn, standsIn } from './text-search.ts';

const HERE = '0196f8a2-1111-7abc-8def-00000000abcd';
const THERE = '0196f8a2-1111-7abc-8def-00000000abce';

describe('what is sought', () => {
  it.each<[string, string[] | undefined]>([
    ['班车', ['班车']],
    [' 班车  食堂 ', ['班车', '食堂']],
    ['班车，食堂', ['班车', '食堂']],
    ['ＣＴ', ['ct']],
    ['𠮷田', ['𠮷田']],
    ['班车 班车', ['班车']],
    ['班', undefined],
    ['班车 食', undefined],
    ['𠮷', undefined],
    ['，。', undefined],
    ['', undefined],
    ['😀😀', undefined],
  ])('%j', (query, words) => expect(soughtIn(query)).toEqual(words));
});

describe('marks', () => {
  it('of a word are among those of every text that holds it, and of one house only', () => {
    const sign = fc.constantFrom(...'班车食堂停夜下好在𠮷abc，。 ');
    const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        const words = soughtIn(word);
        if (!words || words.join('') !== word) return;
        const marks = new Set(marksOf(HERE, [before, `${before}，${word}。${after}`]));
        expect(marksOf(HERE, words).every((mark) => marks.has(mark))).toBe(true);
      }),
    );
    expect(marksOf(HERE, ['班车'])).not.toEqual(marksOf(THERE, ['班车']));
    expect(marksOf(HERE, ['班', null, '车'])).toEqual([]);
  });

  it('fit the column they stand in', () => {
    for (const mark of marksOf(HERE, ['𠮷𪚥\u{10FFFF}龥班车zz'])) {
      expect(Number.isSafeInteger(mark) && mark >= 0 && mark < 2 ** 31).toBe(true);
    }
  });
});

describe('the sentence', () => {
  const said = (text: string, query: string, most?: number) =>
    sentencesWith(text, soughtIn(query) ?? [], most).map((line) =>
      line.map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join(''),
    );
  it.each<[string, string, string[]]>([
    ['早上好。晚班车少。食堂好。', '班车', ['晚[班车]少。']],
    ['班车', '班车', ['[班车]']],
    ['班车多，班车少', '班车', ['[班车]多，[班车]少']],
    ['一句班车。两句班车。三句班车。', '班车', ['一句[班车]。', '两句[班车]。']],
    ['停车和班车都说了', '班车 停车', ['[停车]和[班车]都说了']],
    ['做了ＣＴ检查', 'ct', ['做了[ＣＴ]检查']],
    ['见了𠮷田老师', '𠮷田', ['见了[𠮷田]老师']],
    ['第一行\n第二行班车\n第三行', '班车', ['第二行[班车] ']],
    ['没有', '班车', []],
    [`${'长'.repeat(60)}班车${'远'.repeat(60)}`, '班车', [`…${'长'.repeat(40)}[班车]${'远'.repeat(40)}…`]],
  ])('%j, %j', (text, query, lines) => expect(said(text, query)).toEqual(lines));

  it('puts together again what it cuts, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), (text, at) => {
        const words = soughtIn([...text].slice(at % 20, (at % 20) + 2).join('')) ?? [];
        for (const line of sentencesWith(text, words)) {
          const joined = line
            .map((piece) => piece.text)
            .join('')
            .replace(/^…|…$/g, '');
          expect(text.replace(/[\n\r\t]+/g, ' ').replace(/ +/g, ' ')).toContain(joined.replace(/ +/g, ' ').trim());
        }
      }),
    );
  });

  it('knows whether every word stands somewhere', () => {
    expect(standsIn(['班车好', null, '食堂好'], ['班车', '食堂'])).toBe(true);
    expect(standsIn(['班车好'], ['班车', '食堂'])).toBe(false);
  });
});

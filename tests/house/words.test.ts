/** Words: complete in both languages, with the same places to fill, and in step with the glossary page. */
import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../tools/lib/glossary.ts';
import { allWords } from '../../tools/lib/words.ts';
import { filesUnder, textOf } from '../support/sources.ts';

const entries = await allWords();
const where = (entry: (typeof entries)[number]) => `${entry.file} ${entry.table}.${entry.key}`;
const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join();

describe('the words', () => {
  it('are seen', () => {
    expect(entries.length).toBeGreaterThan(200);
  });

  it('are written in both languages', () => {
    // Silent in both is meant; silent in one is forgotten.
    const silent = ({ words }: (typeof entries)[number]) => (words.zh.trim() === '') !== (words.en.trim() === '');
    expect(entries.filter(silent).map(where)).toEqual([]);
    // A language is named in itself, and the page of marks shows names of people.
    const own = (entry: (typeof entries)[number]) => entry.key.endsWith('languageZh') || entry.file.includes('/marks/');
    expect(
      entries
        .filter(
          (entry) =>
            !own(entry) &&
            /[\u4e00-\u9fff]/.test(entry.words.en.replace(/「[^」]*」|“[^”]*”/g, '')) &&
            !/诤友/.test(entry.words.en),
        )
        .map(where),
    ).toEqual([]);
  });

  it('have the same places to fill in both languages', () => {
    expect(entries.filter((entry) => places(entry.words.zh) !== places(entry.words.en)).map(where)).toEqual([]);
  });

  it('never drive or score: no punching in, targets, points, laggards, exclamation marks', () => {
    const wrong = /打卡|指标|积分|落后|考核|完成率|满意率|！/;
    expect(entries.filter((entry) => wrong.test(entry.words.zh)).map(where)).toEqual([]);
    expect(entries.filter((entry) => /!/.test(entry.words.en)).map(where)).toEqual([]);
  });

  it('stand in words files, not in pages', () => {
    const pages = filesUnder('apps/web/src', (path) => path.endsWith('.tsx') && !path.includes('/app/marks'));
    const spoken = pages.filter((path) =>
      /[\u4e00-\u9fff]/.test(
        textOf(path)
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/(^|\s)\/\/.*$/gm, ''),
      ),
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(spoken).toEqual([]);
  });

  it('have the glossary in step (npm run generate)', () => {
    expect(textOf('docs/glossary.md')).toBe(glossaryOf(entries));
  });
});

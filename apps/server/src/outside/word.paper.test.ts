/** A Word file measured: set by LibreOffice, printed to PDF, its lines and characters counted. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OfficialPaper } from '@zhengyou/domain/kit/official-paper.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { writeWord } from './word.ts';

const run = promisify(execFile);
// Without punctuation: a line breaks where it is full and nowhere else.
const SENTENCE = '教学科研条件的改善关系到每一位教师的日常工作有人提出在新院区增加公共平台的开放时间';
const PUNCTUATED = '有代表人士提出，在新院区增加平台的开放时间，周末安排人员值班；以便医生利用休息完成研究。';
const paper: OfficialPaper = {
  head: { name: '情况专报', number: '第三期', issuer: '江州医科大学党委统战部', day: '十一月二十三日' },
  title: '关于近期所提意见建议的情况',
  blocks: [
    { kind: 'addressee', text: '领导班子各位成员：' },
    { kind: 'heading', level: 1, text: '意见' },
    { kind: 'heading', level: 2, text: '班车' },
    { kind: 'paragraph', text: SENTENCE.repeat(40) },
    { kind: 'paragraph', text: PUNCTUATED.repeat(24) },
  ],
  sign: { by: '江州医科大学党委统战部', day: '十一月二十三日' },
};

let folder: string;
let file: string;
/** Lines of each page, top to bottom, the page number left out. */
let pages: {
  readonly lines: readonly { readonly text: string; readonly left: number }[];
  readonly foot: { readonly text: string; readonly left: number } | undefined;
}[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengyou-paper-'));
  file = join(folder, 'paper.docx');
  await writeFile(file, await writeWord(paper));
  // A profile of its own: an office that is open on the machine is left alone.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run(process.env['SOFFICE_PATH'] ?? 'soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file,
  ]);
  const { stdout } = await run('pdftotext', ['-bbox', join(folder, 'paper.pdf'), '-'], { maxBuffer: 32 << 20 });
  pages = stdout.split('<page ').slice(1).map(readPage);
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function readPage(text: string): (typeof pages)[number] {
  const words = [...text.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, left, top, bottom, said]) => ({
      left: Number(left),
      middle: (Number(top) + Number(bottom)) / 2,
      text: said ?? '',
    }),
  );
  const lines: { text: string; left: number; middle: number }[] = [];
  for (const word of words.toSorted((a, b) => a.middle - b.middle || a.left - b.left)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.middle - word.middle) < 6) line.text += word.text;
    else lines.push({ ...word });
  }
  const foot = lines.at(-1)?.text.includes('—') ? lines.pop() : undefined;
  return { lines, foot };
}

describe('the Word file', () => {
  it('holds 22 lines of 28 characters on a full page', () => {
    expect(pages.length).toBeGreaterThan(2);
    const full = pages[1];
    expect(full?.lines).toHaveLength(22);
    expect([...new Set(full?.lines.map((line) => [...line.text].length))]).toEqual([28]);
  });

  it('loses no mark at the end of a line', () => {
    const said = pages.flatMap((page) => page.lines.map((line) => line.text)).join('');
    expect(said).toContain(PUNCTUATED.repeat(24));
  });

  it('indents a paragraph by two characters', () => {
    const lines = pages[0]?.lines ?? [];
    const begins = lines.find((line) => line.text.startsWith('教学科研'));
    const next = lines[lines.indexOf(begins as (typeof lines)[number]) + 1];
    expect([...(begins?.text ?? '')]).toHaveLength(26);
    expect(((begins?.left ?? 0) - (next?.left ?? 0)) / 15.75).toBeCloseTo(2, 1);
  });

  it('numbers odd pages on the right and even pages on the left', () => {
    expect(pages.slice(0, 2).map((page) => page.foot?.text.replace(/\s/g, ''))).toEqual(['—1—', '—2—']);
    expect(pages[0]?.foot?.left ?? 0).toBeGreaterThan(400);
    expect(pages[1]?.foot?.left ?? 999).toBeLessThan(120);
  });

  it('names the fonts and holds none', async () => {
    const entries = await unzip(await readFile(file));
    const fonts = new Set(
      [...(entries.get('word/document.xml') ?? '').matchAll(/w:eastAsia="([^"]+)"/g)].map((one) => one[1]),
    );
    expect([...fonts].sort()).toEqual(['仿宋_GB2312', '方正小标宋简体', '楷体_GB2312', '黑体'].sort());
    expect([...entries.keys()].filter((name) => name.startsWith('word/fonts/'))).toEqual([]);
  });
});

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true });
  const found = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          found.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return found;
}

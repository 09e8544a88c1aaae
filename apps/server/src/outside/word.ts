/**
 * Writes a paper as a Word file in the layout of GB/T 9704: A4, 22 lines of 28 characters. The figures are those that give
 * exactly that in LibreOffice and Word; one twip more a line and a page holds 20. Fonts are named, never shipped.
 */
import type { OfficialPaper, PaperBlock } from '@zhengyou/domain/kit/official-paper.ts';
import { numbered } from '@zhengyou/domain/kit/official-paper.ts';
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';

const FONTS = { body: '仿宋_GB2312', title: '方正小标宋简体', black: '黑体', kai: '楷体_GB2312' } as const;
type Font = keyof typeof FONTS;

/** Half points. */
const SIZE = { body: 32, title: 44, head: 72, number: 28 } as const;
/** A quarter of a point closer, in twentieths: 28 characters of 16 pt fill 156 mm. */
const CLOSER = -5;
/** Twips: exactly 22 lines between the margins. */
const LINE = 579;
const INDENT = { firstLine: 632, firstLineChars: 200 } as const;
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) };
const RED = 'C00000';

type RunLook = { readonly font?: Font; readonly size?: number; readonly color?: string };
const run = (text: string, { font = 'body', size = SIZE.body, color }: RunLook = {}) => {
  const name = FONTS[font];
  return new TextRun({
    text,
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name },
    size,
    characterSpacing: CLOSER,
    snapToGrid: false,
    ...(color && { color }),
  });
};

const EXACT = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
/** Every paragraph of the text: on the line grid of its own, nothing pushed to the next page to keep lines together. */
const BASE = { spacing: EXACT, widowControl: false, snapToGrid: false } as const;

const HEADING_FONTS = { 1: 'black', 2: 'kai', 3: 'body', 4: 'body' } as const;

function blockParagraph(block: PaperBlock): Paragraph {
  if (block.kind === 'addressee')
    return new Paragraph({ ...BASE, alignment: AlignmentType.LEFT, children: [run(block.text)] });
  const font: Font = block.kind === 'heading' ? HEADING_FONTS[block.level] : 'body';
  return new Paragraph({
    ...BASE,
    // Characters are all of one width, so that lines end flush by themselves; where a mark has to hang behind the last one of
    // a justified line, LibreOffice leaves it out.
    alignment: AlignmentType.LEFT,
    indent: INDENT,
    ...(block.kind === 'heading' && { keepNext: true }),
    children: [run(block.text, { font })],
  });
}

/** — 1 — , on the outer side: odd pages right, even pages left, one character in. */
const pageNumber = (side: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: 320 } : { left: 320 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' },
            size: SIZE.number,
          }),
        ],
      }),
    ],
  });

function headParagraphs({ head }: OfficialPaper): Paragraph[] {
  const line = { ...EXACT, after: 0 };
  return [
    new Paragraph({
      ...BASE,
      spacing: { ...line, line: LINE * 2 },
      alignment: AlignmentType.CENTER,
      children: [run(head.name, { font: 'title', size: SIZE.head, color: RED })],
    }),
    new Paragraph({ ...BASE, alignment: AlignmentType.CENTER, children: [run(head.number)] }),
    new Paragraph({
      ...BASE,
      tabStops: [{ type: TabStopType.RIGHT, position: PAGE.width - MARGIN.left - MARGIN.right }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 4 } },
      children: [run(`${head.issuer}\t${head.day}`)],
    }),
    new Paragraph({ ...BASE, children: [] }),
  ];
}

/** The bytes of a `.docx`. */
export async function writeWord(paper: OfficialPaper): Promise<Buffer> {
  const title = new Paragraph({
    ...BASE,
    alignment: AlignmentType.CENTER,
    spacing: { ...EXACT, after: LINE },
    children: [run(paper.title, { font: 'title', size: SIZE.title })],
  });
  const sign = paper.sign
    ? [
        new Paragraph({ ...BASE, children: [] }),
        ...[paper.sign.by, paper.sign.day].map(
          (text) =>
            new Paragraph({
              ...BASE,
              alignment: AlignmentType.RIGHT,
              indent: { right: 1264 },
              keepLines: true,
              children: [run(text)],
            }),
        ),
      ]
    : [];
  const document = new Document({
    title: paper.title,
    creator: paper.head.issuer,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [...headParagraphs(paper), title, ...numbered(paper.blocks).map(blockParagraph), ...sign],
      },
    ],
  });
  return Packer.toBuffer(document);
}

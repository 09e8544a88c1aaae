/** What can be wrong with the text of a policy file before anyone asks what it says, and what to do about it. */
import { words, type Words } from '../kit/words.ts';

export const FILE_PROBLEMS = {
  ...words({
    binary: {
      zh: '这不是一份文本文件。请存成 UTF-8 编码的 YAML 文本再试。',
      en: 'This is no text file. Save it as YAML text in UTF-8 and try again.',
    },
    empty: {
      zh: '文件是空的。可以从现在执行的一版抄一份来改。',
      en: 'The file is empty. Copy the version in force and edit that.',
    },
    tab: {
      zh: '缩进里有制表符（Tab）。请改成空格，每级两个。',
      en: 'A tab stands in the indentation. Use spaces, two for each level.',
    },
    tooDeep: {
      zh: '嵌套得太深了。这份文件用不着超过十几层，请核对缩进和括号。',
      en: 'Nested too deeply. This file never needs more than a dozen levels; check indentation and brackets.',
    },
    anchor: {
      zh: '这里用了锚点（&）或引用（*）。请把内容原样写出来，不要引用。',
      en: 'An anchor (&) or an alias (*) stands here. Write the content out instead of referring to it.',
    },
    mergeKey: {
      zh: '这里用了合并键（<<）。请把各项逐一写出来。',
      en: 'A merge key (<<) stands here. Write the items out one by one.',
    },
    tag: {
      zh: '这里用了标签（感叹号开头）。请删去，文件里只需要文字、数字和列表。',
      en: 'A tag (with an exclamation mark) stands here. Remove it: the file needs text, numbers and lists only.',
    },
    directive: {
      zh: '以 % 开头的指令用不上，请删去这一行。',
      en: 'A directive beginning with % is of no use here; remove the line.',
    },
    severalDocuments: {
      zh: '一个文件里有两份文档（中间有 ---）。一份办法一个文件，请分开。',
      en: 'Two documents in one file (parted by ---). One policy, one file: part them.',
    },
    indent: {
      zh: '缩进不齐。同一级的各项要对齐，下一级多缩进两格。',
      en: 'The indentation is uneven. Align the items of one level and indent the next by two more.',
    },
    unclosed: {
      zh: '括号或引号没有收上，或者少了一个冒号、逗号。',
      en: 'A bracket or quote is not closed, or a colon or comma is missing.',
    },
    keyNotText: {
      zh: '冒号前面要写一个词，不能是列表或数字。',
      en: 'Before the colon stands a word, not a list or a number.',
    },
    unreadable: {
      zh: '这里读不懂。请核对缩进、冒号后的空格和引号。',
      en: 'This cannot be read. Check the indentation, the space after the colon, and the quotes.',
    },
    comma: {
      zh: '花括号里的文字带逗号，要整句加引号，否则逗号后面会当成另一项。',
      en: 'Inside braces a text with a comma stands in quotes; otherwise what follows the comma is taken for another item.',
    },
    notPlain: {
      zh: '数要写成普通的整数，例如 12。',
      en: 'Write a number as a plain whole one, such as 12.',
    },
  }),
  duplicateKey: (key: string): Words => ({
    zh: `「${key}」在同一处写了两遍。请留一个，删一个。`,
    en: `${key} stands twice in one place. Keep one and remove the other.`,
  }),
  hugeNumber: (number: string): Words => ({
    zh: `${number} 太大了，办法里的数不会超过 9999。请核对。`,
    en: `${number} is too large: no number in a policy exceeds 9999. Please check it.`,
  }),
  decimal: (number: string): Words => ({
    zh: `${number} 被当成了小数。条款的编号请加引号，写成 '${number}'。`,
    en: `${number} is read as a decimal. Put the number of a clause in quotes: '${number}'.`,
  }),
  tooLarge: (limit: string): Words => ({
    zh: `文件太大，最多 ${limit}。一份办法用不了这么多，请核对是不是选错了文件。`,
    en: `The file is too large: at most ${limit}. No policy needs that much; check that it is the right file.`,
  }),
  more: (count: number): Words => ({
    zh: `还有 ${count} 处问题没有列出。先改好上面的再看。`,
    en: `There are ${count} more problems. Mend those above first and look again.`,
  }),
} as const;

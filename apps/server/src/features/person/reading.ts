/** The pinyin by which a name is sorted and found. The surname’s own reading comes first (单 shàn, 仇 qiú …); it stays editable. */
import { pinyin } from 'pinyin-pro';
import { strokeKeyOf } from '@zhengyou/domain/person/strokes.ts';

/** Surnames that the dictionary reads as the common word; two signs before one. */
const SURNAMES: readonly (readonly [string, readonly string[]])[] = [
  ['单于', ['chan', 'yu']],
  ['种', ['chong']],
  ['洗', ['xian']],
  ['贠', ['yun']],
  ['秘', ['bi']],
  ['郇', ['xun']],
];

const plain = (syllable: string): string =>
  syllable
    .toLowerCase()
    .replace(/[^a-zü]/g, '')
    .replaceAll('ü', 'v');

/** In the columns’ own names, to be spread into a row. */
export function readingOf(name: string): { reading: string; initials: string; stroke_key: string } {
  const own = SURNAMES.find(([surname]) => name.startsWith(surname) && name.length > surname.length);
  const rest = own ? name.slice(own[0].length) : name;
  const read = pinyin(rest, { toneType: 'none', type: 'array', surname: own ? 'off' : 'head', v: true });
  const syllables = [...(own?.[1] ?? []), ...read.map(plain)].filter((syllable) => syllable !== '');
  return {
    reading: syllables.join(' '),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    stroke_key: strokeKeyOf(name),
  };
}

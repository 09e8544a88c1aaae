/** The pinyin by which a name is sorted and found. The surname’s own reading comes first (单 shàn, 仇 qiú …); it stays editable. */
import { pinyin } from 'pinyin-pro';

export function readingOf(name: string): { reading: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
    .map((syllable) =>
      syllable
        .toLowerCase()
        .replace(/[^a-zü]/g, '')
        .replaceAll('ü', 'v'),
    )
    .filter((syllable) => syllable !== '');
  return { reading: syllables.join(' '), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}

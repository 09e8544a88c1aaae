/** How someone is addressed: the surname with the post or the title, as one would say it in a corridor. */
import type { Language } from '@zhengyou/domain/kit/words.ts';

const COMPOUND = /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|独孤)/;
const surnameOf = (name: string) => COMPOUND.exec(name)?.[0] ?? [...name][0] ?? '';

/** The last word of the post names it; a deputy is addressed without saying so. */
const POST = /(书记|院长|校长|部长|主任|所长|处长|科长|主席|会长|干事)$/;
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/教授|研究员/, '教授'],
  [/医师|医生/, '医生'],
];

export function addressOfLeader(name: string, title: string | null, language: Language): string {
  const posts = (title ?? '').split(/[、，,]/).filter((each) => POST.test(each));
  // Of several posts the one that is held in full.
  const post = POST.exec(posts.find((each) => !each.includes('副')) ?? posts[0] ?? '')?.[1];
  return language === 'zh' && post ? `${surnameOf(name)}${post}` : name;
}

export function addressOfRepresentative(name: string, titles: readonly string[], language: Language): string {
  if (language === 'en') return name;
  const found = TITLES.find(([pattern]) => titles.some((title) => pattern.test(title)));
  return `${surnameOf(name)}${found?.[1] ?? '老师'}`;
}

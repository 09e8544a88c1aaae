/**
 * Names as people type them: full-width letters, blanks that pad a short name to the width of a long one, five kinds of
 * middle dot, the post behind the name, several names in one cell. What comes out is the bare name, and what was tidied.
 */

export const NAME_TIDYINGS = ['blanksAfterName', 'blanksInName', 'fullWidthName', 'middleDot'] as const;
export type NameTidying = (typeof NAME_TIDYINGS)[number];

export type TidyName = {
  readonly name: string;
  /** What stood in brackets behind the name, such as a unit that tells two people of one name apart. */
  readonly hint: string | null;
  readonly tidied: readonly NameTidying[];
};

const HAN = '\\p{Script=Han}〇';
/** Controls and format signs; the line end is kept. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]/gu;
const BLANKS = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;

/** Nothing to clean in most cells: neither a control, a format sign, half a surrogate, nor any blank. */
const UNCLEAN = /[\p{C}\p{Z}]/u;

/** Takes away what cannot be seen or stored (controls, direction marks, half surrogates); one kind of line end, of blank. */
export const cleanText = (text: string): string =>
  UNCLEAN.test(text)
    ? text
        .toWellFormed()
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(UNSEEN, (sign) => (sign === '\t' ? ' ' : ''))
        .replace(BLANKS, ' ')
        .trim()
    : text;

/** Full-width letters, digits and marks become plain ones. For names, figures and codes; not for what a person said. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** The form in which two spellings of one word compare alike: half width, no blanks. */
export const squeeze = (text: string): string => toHalfWidth(cleanText(text)).replace(/\s+/g, '');

const FULL_WIDTH_LETTERS = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
const BLANK_BETWEEN_HAN = new RegExp(`(?<=[${HAN}·])\\s+(?=[${HAN}·])`, 'gu');
const OTHER_DOTS = new RegExp(
  `(?<=[${HAN}\\p{L}])\\s*[•‧・∙･⋅]\\s*(?=[${HAN}\\p{L}])|(?<=[${HAN}])\\.(?=[${HAN}])`,
  'gu',
);
const BRACKETED = /^(.*?)\s*[([【]\s*([^()[\]【】]*?)\s*[)\]】]$/s;

export function tidyName(text: string): TidyName {
  const tidied = new Set<NameTidying>();
  if (/^[\s\u3000]|[\s\u3000]$/.test(text)) tidied.add('blanksAfterName');
  if (FULL_WIDTH_LETTERS.test(text)) tidied.add('fullWidthName');
  const half = toHalfWidth(cleanText(text)).trim();
  const bracketed = BRACKETED.exec(half);
  const bare = bracketed?.[1] ? bracketed[1] : half;
  const joined = bare.replace(BLANK_BETWEEN_HAN, '');
  if (joined !== bare) tidied.add('blanksInName');
  const dotted = joined.replace(OTHER_DOTS, '·');
  if (dotted !== joined) tidied.add('middleDot');
  return {
    name: dotted.replace(/\s+/g, ' '),
    hint: bracketed?.[1] ? (bracketed[2] ?? null) : null,
    tidied: [...tidied],
  };
}

const SEPARATORS = /[、,，;；/／\n|]+/;
const WHOLE_HAN_NAME = new RegExp(`^[${HAN}·]{2,}$`, 'u');

/** Several names in one cell. A blank parts two names only where each part could be one: `王 敏` is one person. */
export function splitNames(text: string): string[] {
  const parts = cleanText(text)
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    const words = part.split(/\s+/);
    return words.length > 1 && words.every((word) => WHOLE_HAN_NAME.test(word)) ? words : [part];
  });
}

const POST_WORDS =
  /(?:党委|党总支|总支|支部)?(?:常务)?副?(?:书记|院长|校长|主任|部长|处长|所长|主席|会长)$|(?:党委)?常委$|(?:副?教授|副?主任医师|老师|医生|同志|主委)$/;

/** `唐鹏玉书记` → `唐鹏玉`, where the bare name is one that `isKnown`; undefined where nothing can be taken off. */
export function findNameBeforePost(name: string, isKnown: (bare: string) => boolean): string | undefined {
  let rest = name;
  for (let turn = 0; turn < 3; turn += 1) {
    const bare = rest.replace(POST_WORDS, '').trim();
    if (bare === rest || bare.length < 2) return undefined;
    if (isKnown(bare)) return bare;
    rest = bare;
  }
  return undefined;
}

/** Whether the text can be somebody's name at all. */
export const looksLikeName = (name: string): boolean =>
  /^(?!.*\d)[\p{L}〇·'’. -]{1,50}$/u.test(name) && /\p{L}/u.test(name);

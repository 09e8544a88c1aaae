/**
 * The eight democratic parties and the certified non-affiliates, as ledgers write them: by short or full name, as the
 * party (`民盟`) or as one of its members (`民盟盟员`). `无` is no party stated, which is not the certified status.
 */
import { squeeze } from './name-text.ts';

export const PARTIES = ['minge', 'minmeng', 'minjian', 'minjin', 'nonggong', 'zhigong', 'jiusan', 'taimeng'] as const;
export type Party = (typeof PARTIES)[number];

export const AFFILIATIONS = [...PARTIES, 'nonAffiliate'] as const;
export type Affiliation = (typeof AFFILIATIONS)[number];

/** Longest first within a party, so that what follows the name is left whole. */
const PARTY_NAMES: readonly (readonly [string, Party])[] = [
  ['中国国民党革命委员会', 'minge'],
  ['民革', 'minge'],
  ['中国民主同盟', 'minmeng'],
  ['民盟', 'minmeng'],
  ['中国民主建国会', 'minjian'],
  ['民建', 'minjian'],
  ['中国民主促进会', 'minjin'],
  ['民进', 'minjin'],
  ['中国农工民主党', 'nonggong'],
  ['农工民主党', 'nonggong'],
  ['农工党', 'nonggong'],
  ['农工', 'nonggong'],
  ['中国致公党', 'zhigong'],
  ['致公党', 'zhigong'],
  ['致公', 'zhigong'],
  ['九三学社', 'jiusan'],
  ['九三', 'jiusan'],
  ['台湾民主自治同盟', 'taimeng'],
  ['台盟', 'taimeng'],
];

/** The party with whose name the text begins, and what follows it. */
export function findPartyAtStart(text: string): { readonly party: Party; readonly rest: string } | undefined {
  const found = PARTY_NAMES.find(([name]) => text.startsWith(name));
  return found ? { party: found[1], rest: text.slice(found[0].length) } : undefined;
}

export type PartyReading =
  | { readonly kind: 'blank' }
  /** 无, 群众: stated that there is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'communist' }
  | { readonly kind: 'affiliations'; readonly affiliations: readonly Affiliation[]; readonly asMember: boolean }
  | { readonly kind: 'unknown' };

const MEMBER = /^(?:预备)?(?:党员|会员|盟员|社员|成员|员)$/;
const NONE = /^(?:无|没有|无党派|群众|普通群众|[-—–/\\]+|none)$/i;
const NON_AFFILIATE = /^无党派(?:民主)?人士$/;
const COMMUNIST = /^(?:中共|中国共产党|共产党)(?:正式|预备)?(?:党员)?$|^(?:预备)?党员$/;

function readOne(text: string): { affiliation: Affiliation; asMember: boolean } | undefined {
  if (NON_AFFILIATE.test(text)) return { affiliation: 'nonAffiliate', asMember: false };
  const found = findPartyAtStart(text);
  if (!found) return undefined;
  if (found.rest === '') return { affiliation: found.party, asMember: false };
  return MEMBER.test(found.rest) ? { affiliation: found.party, asMember: true } : undefined;
}

export function readParty(text: string): PartyReading {
  const whole = squeeze(text);
  if (whole === '') return { kind: 'blank' };
  if (NONE.test(whole)) return { kind: 'none' };
  if (COMMUNIST.test(whole)) return { kind: 'communist' };
  const parts = whole.split(/[、,;/+]+|兼/).filter((part) => part !== '');
  const read = parts.map(readOne);
  const known = read.filter((part) => part !== undefined);
  if (known.length === 0 || known.length < read.length) return { kind: 'unknown' };
  return {
    kind: 'affiliations',
    affiliations: [...new Set(known.map((part) => part.affiliation))],
    asMember: known.some((part) => part.asMember),
  };
}

import { words } from '../kit/words.ts';

export const QUOTA_WORDS = words({
  met: {
    zh: '应联系至少 {required} 人，现有 {has} 人，依据 {clause}。',
    en: 'At least {required} are asked for, {has} are paired, by clause {clause}.',
  },
  exact: {
    zh: '应联系 {required} 人，现有 {has} 人，依据 {clause}。',
    en: '{required} are asked for, {has} are paired, by clause {clause}.',
  },
  soft: {
    zh: '一般联系 {required} 人，现有 {has} 人，依据 {clause}。',
    en: '{required} as a rule, {has} are paired, by clause {clause}.',
  },
  short: {
    zh: '应联系至少 {required} 人，现有 {has} 人，还差 {short} 人，依据 {clause}。',
    en: 'At least {required} are asked for, {has} are paired, {short} short, by clause {clause}.',
  },
  over: {
    zh: '至多联系 {max} 人，现有 {has} 人，多出 {over} 人，依据 {clause}。',
    en: 'At most {max} are asked for, {has} are paired, {over} over, by clause {clause}.',
  },
  noNumber: { zh: '没有定人数，现有 {has} 人。', en: 'No number is set. {has} are paired.' },
});

import { words } from '../kit/words.ts';

export const AFFILIATION_WORDS = words({
  minge: { zh: '民革', en: 'Revolutionary Committee of the Chinese Kuomintang' },
  minmeng: { zh: '民盟', en: 'China Democratic League' },
  minjian: { zh: '民建', en: 'China National Democratic Construction Association' },
  minjin: { zh: '民进', en: 'China Association for Promoting Democracy' },
  nonggong: { zh: '农工党', en: "Chinese Peasants' and Workers' Democratic Party" },
  zhigong: { zh: '致公党', en: 'China Zhi Gong Party' },
  jiusan: { zh: '九三学社', en: 'Jiusan Society' },
  taimeng: { zh: '台盟', en: 'Taiwan Democratic Self-Government League' },
  nonAffiliate: { zh: '无党派人士', en: 'non-affiliate (certified)' },
});

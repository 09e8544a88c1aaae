import { refusal } from '../kit/refusal.ts';

export const searchRefusals = {
  tooShort: refusal('textSearch.tooShort', 'invalid', {
    zh: '一个字太常见，请写两个字以上的词；几个词用空格隔开。',
    en: 'One character is too common; please write words of two or more, parted by spaces.',
  }),
} as const;

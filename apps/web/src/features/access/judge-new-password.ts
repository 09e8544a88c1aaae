import { PASSWORD_MAX, PASSWORD_MIN } from '@zhengyou/domain/access/password.rules.ts';
import { accessWords } from './access.words.ts';
import type { Mistake } from './use-form.ts';

/** What can be said before asking the server; undefined when nothing can. */
export function judgeNewPassword(password: string): Mistake | undefined {
  if (password.length < PASSWORD_MIN)
    return { words: accessWords.fillNewPassword, facts: { min: PASSWORD_MIN, count: password.length } };
  if (password.length > PASSWORD_MAX) return { words: accessWords.tooLong, facts: { max: PASSWORD_MAX } };
  return undefined;
}

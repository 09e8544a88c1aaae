import { PASSWORD_MAX, PASSWORD_MIN } from '@zhengyou/domain/access/password.rules.ts';
import type { Say } from '../../app/language.tsx';
import { accessWords } from './access.words.ts';

/** What can be said before asking the server; undefined when nothing can. */
export function judgeNewPassword(password: string, t: Say): string | undefined {
  if (password.length < PASSWORD_MIN)
    return t(accessWords.fillNewPassword, { min: PASSWORD_MIN, count: password.length });
  if (password.length > PASSWORD_MAX) return t(accessWords.tooLong, { max: PASSWORD_MAX });
  return undefined;
}

/** The name of an account: one spelling for what people type in several. */

/** Full-width letters, capitals and spaces around are the same account. */
export const normaliseLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

export const isLogin = (login: string): boolean =>
  /^[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff._@+-]{2,63}$/u.test(login);

/** From the reading of a name (`lin yuan` → `linyuan`), with the first free number where it is taken. */
export function deriveLogin(reading: string, isTaken: (login: string) => boolean): string {
  const letters = normaliseLogin(reading)
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
  const stem = (letters.length >= 3 ? letters : `zy${letters}`).padEnd(3, '0').slice(0, 58);
  if (!isTaken(stem)) return stem;
  let number = 2;
  while (isTaken(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/**
 * Which passwords are refused (ASVS 5.0, 6.2): length from the contract, no rule about kinds of characters, but none that is on
 * everyone's list or made of the person's own names.
 */
import type { Refusal } from '../kit/refusal.ts';
import { accessRefusals } from './access.refusals.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

const STEMS =
  /password|passw0rd|qwerty|qazwsx|zxcvbn|asdfgh|1q2w3e|admin|welcome|letmein|iloveyou|woaini|5201314|abc123|zhengyou|mima/g;

export function judgePassword(password: string, own: { login: string; names: readonly string[] }): Refusal | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  const mine = [own.login.split('@')[0] ?? '', ...own.names].map((name) => name.toLowerCase().replace(/\s/g, ''));
  if (mine.some((name) => [...name].length >= (/[^a-z0-9]/.test(name) ? 2 : 4) && plain.includes(name)))
    return accessRefusals.passwordHoldsName();
  // What remains after well-known pieces, runs and repetitions must still be worth guessing.
  const rest = withoutRuns(plain.replace(STEMS, ''));
  if (new Set(rest).size < 5) return accessRefusals.passwordEasy();
  return undefined;
}

/** Leaves one character of each run: `aaaa`, `12345`, `fedcba`. */
function withoutRuns(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const step = at === 0 ? Number.NaN : text.charCodeAt(at) - text.charCodeAt(at - 1);
    if (Math.abs(step) <= 1) continue;
    kept += text[at];
  }
  return kept;
}

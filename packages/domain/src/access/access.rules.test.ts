import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTEMPT_WINDOW_MS, minutesOf, waitAfter } from './attempt.rules.ts';
import { describeDevice } from './device.ts';
import { deriveLogin, isLogin, normaliseLogin } from './login.ts';
import { judgePassword } from './password.rules.ts';

describe('waiting after failures', () => {
  const lastAt = new Date('2026-11-23T01:00:00Z');
  const at = (seconds: number) => new Date(lastAt.getTime() + seconds * 1000);
  test.each([
    [4, 0, 0],
    [5, 0, 60],
    [5, 59, 1],
    [5, 60, 0],
    [6, 0, 120],
    [7, 0, 240],
    [8, 0, 480],
    [9, 0, 900],
    [400, 0, 900],
  ])('after %i failures and %i s there are %i s to wait', (count, seconds, wait) => {
    expect(waitAfter({ count, lastAt }, 5, at(seconds))).toBe(wait * 1000);
  });
  test('nobody waits longer than the window', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (count, seconds) => {
        const wait = waitAfter({ count, lastAt }, 5, at(seconds));
        return wait >= 0 && wait <= ATTEMPT_WINDOW_MS;
      }),
    );
  });
  test('minutes are rounded up', () => expect([1, 60_000, 60_001].map(minutesOf)).toEqual([1, 1, 2]));
});

describe('logins', () => {
  test.each([
    ['  LinYuan ', 'linyuan'],
    ['ｌｉｎｙｕａｎ２', 'linyuan2'],
  ])('%s is %s', (typed, login) => expect(normaliseLogin(typed)).toBe(login));
  test.each(['lin', 'lin.yuan@jh.example', '13806359039'])('%s is a login', (login) =>
    expect(isLogin(login)).toBe(true),
  );
  test.each(['ab', 'lin yuan', '@lin', "lin'--", 'a'.repeat(65)])('%s is none', (login) =>
    expect(isLogin(login)).toBe(false),
  );
  test('the first free number is taken', () => {
    const taken = new Set(['linyuan', 'linyuan2']);
    expect(deriveLogin('lin yuan', (login) => taken.has(login))).toBe('linyuan3');
  });
  test('every reading gives a login', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (reading) => isLogin(deriveLogin(reading, () => false))));
  });
});

describe('passwords', () => {
  const own = { login: 'linyuan', names: ['林远', 'lin yuan'] };
  test.each([
    ['aaaaaaaaaaaaaaaa', 'passwordEasy'],
    ['123456789012345', 'passwordEasy'],
    ['password1234', 'passwordEasy'],
    ['abcdefghijklmnop', 'passwordEasy'],
    ['Admin@123456', 'passwordEasy'],
    ['my-LinYuan-2026!', 'passwordHoldsName'],
    ['林远的密码不好猜才行呢', 'passwordHoldsName'],
  ])('%s: %s', (password, code) => expect(judgePassword(password, own)?.code).toBe(code));
  test.each(['correct horse battery staple', '紫砂壶里泡着三月的雨前茶', 'g7K-pq2-Vx9-mWt'])(
    '%s is taken',
    (password) => expect(judgePassword(password, own)).toBeUndefined(),
  );
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Chrome · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/zh_CN',
    'WeChat · iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari · macOS',
  ],
  ['curl/8.0', '—'],
])('the device of %s', (agent, words) => expect(describeDevice(agent)).toBe(words));

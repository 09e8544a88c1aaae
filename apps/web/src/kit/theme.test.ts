import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DARK, FONT_UI, LIGHT, RADII, SIZES, themeOf } from './theme.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

const flat = (value: string) => value.replaceAll(/\s+/g, ' ').replaceAll('"', "'").trim();

/** The declarations of the first rule with this selector after `from`. */
function tokensOf(selector: string, from = 0): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`, from);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', flat(match[2] ?? '')]),
  );
}

const quote = css.includes("[data-theme='dark']") ? "'" : '"';
const light = tokensOf(':root');
const dark = tokensOf(`:root[data-theme=${quote}dark${quote}]`);
const system = tokensOf(':root:not([data-theme])');
const large = tokensOf(`:root[data-type=${quote}large${quote}]`);

describe('the theme of Ant Design says what tokens.css says', () => {
  it.each(Object.entries(LIGHT))('light %s', (name, value) => expect(light[name]).toBe(value));
  it.each(Object.entries(DARK))('dark %s', (name, value) => expect(dark[name]).toBe(value));

  it('sizes, radii and the face', () => {
    for (const [name, value] of Object.entries({ ...SIZES.normal, ...RADII })) expect(light[name]).toBe(`${value}px`);
    for (const [name, value] of Object.entries(SIZES.large)) expect(large[name]).toBe(`${value}px`);
    expect(flat(FONT_UI)).toBe(light['font-ui']);
  });
});

it('a dark system and a chosen dark are the same dark', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(20);
  expect(system).toEqual(dark);
});

it('the theme follows its choices', () => {
  const small = themeOf({ dark: false, large: false, phone: false, motion: true });
  const touch = themeOf({ dark: true, large: false, phone: true, motion: false });
  expect(small.token).toMatchObject({ colorPrimary: '#0f5b5e', controlHeight: 36, fontSize: 14, motion: true });
  expect(touch.token).toMatchObject({ colorPrimary: '#7cc4bf', controlHeight: 48, fontSize: 16, motion: false });
});

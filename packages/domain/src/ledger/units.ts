/**
 * Which unit a ledger means. Known without asking: the exact name, the short name, a remembered alias, and the two ways
 * of writing that lose nothing — the institution's name before (`江海大学附属第一医院`), 附属 left out (`东湖医院`).
 * An abbreviation (`精卫中心`) only makes a proposal: it is asked once per written form and remembered as an alias.
 */
import { squeeze } from '../person/name-text.ts';
import type { Tier } from '../policy/vocabulary.ts';
import type { UnitKind } from '../unit/unit.contract.ts';

export type KnownUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string | null;
  readonly kind: UnitKind;
  readonly tier: Tier;
  readonly aliases: readonly string[];
};

export type UnitReading =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'certain';
      readonly unit: string;
      readonly how: 'name' | 'shortName' | 'alias' | 'prefixed' | 'unaffiliated' | 'self';
    }
  | { readonly kind: 'ask'; readonly candidates: readonly string[]; readonly proposed: string | null };

/** Whether all signs of `short` stand in `long` in their order, the first of them not far in and the last at the end. */
function isAbbreviation(short: string, long: string): boolean {
  const signs = [...short];
  if (signs.length < 2 || signs.length >= long.length || !long.endsWith(signs.at(-1) ?? '')) return false;
  let at = -1;
  for (const sign of signs) {
    at = long.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const withoutAffiliated = (name: string) => name.replace(/^附属/, '');

const MOST_CANDIDATES = 8;

export function unitReader(
  units: readonly KnownUnit[],
  own: { readonly name: string; readonly shortName: string },
): (written: string) => UnitReading {
  const exact = new Map<string, { unit: string; how: 'name' | 'shortName' | 'alias' }>();
  const bare = new Map<string, Set<string>>();
  const institution = units.find((unit) => unit.kind === 'institution');
  const ownNames = [own.name, own.shortName].map(squeeze).filter((name) => name.length >= 2);

  /** `医学院` of `江海大学医学院`: how the institution speaks of itself. */
  const tails = ownNames.map((name) => name.replace(/^.*大学/, '')).filter((tail) => tail.length >= 2);
  const selves = new Set([...ownNames, ...tails]);
  /** The institution's name and its beginnings that end like an institution: `江海大学`. */
  const isOwnPrefix = (text: string) =>
    selves.has(text) || (/(?:大学|学院|集团|医院|市|区)$/.test(text) && ownNames.some((name) => name.startsWith(text)));
  const plainName = (text: string): string => {
    for (let length = text.length - 2; length >= 2; length -= 1)
      if (isOwnPrefix(text.slice(0, length))) return withoutAffiliated(text.slice(length));
    return withoutAffiliated(text);
  };

  for (const unit of units) {
    exact.set(squeeze(unit.name), { unit: unit.id, how: 'name' });
    const plain = unit.kind === 'institution' ? squeeze(unit.name) : plainName(squeeze(unit.name));
    bare.set(plain, (bare.get(plain) ?? new Set()).add(unit.id));
  }
  for (const unit of units) {
    const short = squeeze(unit.shortName ?? '');
    if (short !== '' && !exact.has(short)) exact.set(short, { unit: unit.id, how: 'shortName' });
    for (const alias of unit.aliases.map(squeeze))
      if (alias !== '' && !exact.has(alias)) exact.set(alias, { unit: unit.id, how: 'alias' });
  }
  const isSelf = (text: string) => {
    const bareText = text.replace(/(?:本部|机关)$/, '');
    return selves.has(bareText) || (bareText !== text && /^[校院]?$/.test(bareText));
  };

  const read = (text: string): UnitReading => {
    const known = exact.get(text);
    if (known) return { kind: 'certain', ...known };
    if (institution && isSelf(text)) return { kind: 'certain', unit: institution.id, how: 'self' };
    const plain = plainName(text);
    const same = bare.get(plain);
    const [only] = same ?? [];
    if (same?.size === 1 && only)
      return { kind: 'certain', unit: only, how: plain === withoutAffiliated(text) ? 'unaffiliated' : 'prefixed' };
    const within = units.filter((unit) => {
      const name = squeeze(unit.name);
      const parts = [name, plainName(name)];
      return parts.some(
        (part) =>
          part.length >= 2 &&
          (text.includes(part) || part.includes(plain) || isAbbreviation(plain, part) || isAbbreviation(text, part)),
      );
    });
    const candidates = (same && same.size > 1 ? [...same] : within.map((unit) => unit.id)).slice(0, MOST_CANDIDATES);
    return { kind: 'ask', candidates, proposed: candidates.length === 1 ? (candidates[0] ?? null) : null };
  };

  // A ledger writes a few dozen forms thousands of times.
  const memory = new Map<string, UnitReading>();
  return (written) => {
    const text = squeeze(written);
    if (text === '' || /^[-/]+$/.test(text)) return { kind: 'blank' };
    const reading = memory.get(text) ?? read(text);
    memory.set(text, reading);
    return reading;
  };
}

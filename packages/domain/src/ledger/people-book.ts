/**
 * Everybody whom an import can mean: those the store holds and those the file brings, found by name. Who is who is judged by
 * name and unit; birth month and phone break ties and raise doubts. A doubt is asked, never resolved by a guess.
 */
import type { Known, KnownPerson, PersonFacts, Ref } from './known.ts';
import type { PersonField, Source } from './plan.types.ts';

export type PeopleRole = 'leader' | 'representative';

export type Draft = {
  readonly ref: Ref;
  readonly isStored: boolean;
  readonly facts: { -readonly [K in keyof PersonFacts]: PersonFacts[K] };
  readonly changed: Set<PersonField>;
  /** Rows of this file that speak of the person. */
  readonly rows: Source[];
  readonly roles: Set<PeopleRole>;
};

export type Identity = Pick<PersonFacts, 'name' | 'unit' | 'birthMonth' | 'phone'>;

export type Match =
  | { readonly kind: 'new'; readonly namesakes: readonly Draft[] }
  | { readonly kind: 'stored'; readonly draft: Draft }
  /** Meets a person whom an earlier row of this file already spoke of. */
  | { readonly kind: 'again'; readonly draft: Draft; readonly identical: boolean; readonly isFitting: boolean }
  | { readonly kind: 'unclear'; readonly candidates: readonly Draft[] };

type Comparison = 'same' | 'differs' | 'unknown';
const compare = (a: string | null, b: string | null): Comparison =>
  a === null || b === null ? 'unknown' : a === b ? 'same' : 'differs';

const compareAll = (draft: Draft, row: Identity) => ({
  unit: compare(draft.facts.unit, row.unit),
  birth: compare(draft.facts.birthMonth, row.birthMonth),
  phone: compare(draft.facts.phone, row.phone),
});

/** Keeps those who pass, unless nobody does. */
const prefer = (drafts: readonly Draft[], passes: (draft: Draft) => boolean): readonly Draft[] => {
  const passed = drafts.filter(passes);
  return passed.length > 0 ? passed : drafts;
};

export type PeopleBook = ReturnType<typeof createPeopleBook>;

export function createPeopleBook(known: Known) {
  const byRef = new Map<Ref, Draft>();
  const byName = new Map<string, Draft[]>();
  const touched: Draft[] = [];
  /** Names of rows that wait for an answer: a talk naming them waits too. */
  const waiting: Record<PeopleRole, Set<string>> = { leader: new Set(), representative: new Set() };

  const add = (draft: Draft) => {
    byRef.set(draft.ref, draft);
    const all = byName.get(draft.facts.name);
    if (all) all.push(draft);
    else byName.set(draft.facts.name, [draft]);
    return draft;
  };
  const rolesOf = (person: KnownPerson) =>
    new Set<PeopleRole>([
      ...(person.isLeader ? ['leader' as const] : []),
      ...(person.isRepresentative ? ['representative' as const] : []),
    ]);
  for (const person of known.people) {
    const { id, isLeader: _leader, isRepresentative: _representative, ...facts } = person;
    add({ ref: id, isStored: true, facts, changed: new Set(), rows: [], roles: rolesOf(person) });
  }

  const namesakesOf = (name: string, role: PeopleRole) =>
    (byName.get(name) ?? []).filter((draft) => draft.roles.has(role) || draft.roles.size === 0);

  /** `agrees`: further evidence that the row speaks of this person, such as the same post or standing. */
  function match(row: Identity, role: PeopleRole, agrees: (draft: Draft) => boolean): Match {
    const namesakes = namesakesOf(row.name, role);
    const fits = namesakes.filter((draft) => {
      const { unit, birth, phone } = compareAll(draft, row);
      if (birth === 'differs') return false;
      return unit === 'same' && (birth === 'same' || phone !== 'differs' || agrees(draft));
    });
    // Somebody at another unit whose birth month or phone this is, and not that of any who fits, is as likely meant.
    const speaksFor = (draft: Draft, fact: 'birth' | 'phone') => compareAll(draft, row)[fact] === 'same';
    const isRival = (draft: Draft) =>
      !fits.includes(draft) &&
      (['birth', 'phone'] as const).some((fact) => speaksFor(draft, fact) && !fits.some((fit) => speaksFor(fit, fact)));
    const rivals = fits.length > 0 ? namesakes.filter(isRival) : [];
    if (rivals.length > 0) return { kind: 'unclear', candidates: [...fits, ...rivals] };
    const nearer = prefer(fits, (draft) => compareAll(draft, row).birth === 'same');
    const nearest = prefer(nearer, (draft) => compareAll(draft, row).phone === 'same');
    const best = nearest.length > 1 ? prefer(nearest, agrees) : nearest;
    const [only] = best;
    if (best.length > 1) return { kind: 'unclear', candidates: best };
    if (only && only.rows.length === 0) return { kind: 'stored', draft: only };
    if (only) {
      const { unit, birth, phone } = compareAll(only, row);
      return {
        kind: 'again',
        draft: only,
        identical: unit === 'same' && birth !== 'differs' && phone === 'same',
        isFitting: phone !== 'differs',
      };
    }
    const doubtful = namesakes.filter((draft) => {
      const { unit, birth, phone } = compareAll(draft, row);
      return unit === 'same' || birth === 'same' || phone === 'same';
    });
    const [doubt] = doubtful;
    if (doubtful.length === 1 && doubt && doubt.rows.length > 0)
      return { kind: 'again', draft: doubt, identical: false, isFitting: false };
    return doubtful.length > 0 ? { kind: 'unclear', candidates: doubtful } : { kind: 'new', namesakes };
  }

  return {
    match,
    find: (ref: Ref) => byRef.get(ref),
    listNamed: (name: string, role: PeopleRole) => (byName.get(name) ?? []).filter((draft) => draft.roles.has(role)),
    isNamed: (name: string, role: PeopleRole) => (byName.get(name) ?? []).some((draft) => draft.roles.has(role)),
    isWaiting: (name: string, role: PeopleRole) => waiting[role].has(name),
    wait: (name: string, role: PeopleRole) => waiting[role].add(name),
    create: (key: Ref, row: Identity): Draft =>
      add({
        ref: key,
        isStored: false,
        facts: { ...row, affiliations: [], noPartyStated: false, position: null, titles: [] },
        changed: new Set(),
        rows: [],
        roles: new Set(),
      }),
    /** Marks that a row of this file speaks of the person. */
    touch: (draft: Draft, source: Source) => {
      if (draft.rows.length === 0) touched.push(draft);
      draft.rows.push(source);
    },
    listTouched: (): readonly Draft[] => touched,
    listNames: (role: PeopleRole) =>
      [...byName].filter(([, all]) => all.some((draft) => draft.roles.has(role))).map(([name]) => name),
  };
}

/** Finds names that differ by one sign, or lack or have one more; built once, asked often. */
export function createNearNames(names: readonly string[]): (name: string) => string[] {
  const byPattern = new Map<string, string[]>();
  const patternsOf = (name: string): string[] => {
    const signs = [...name];
    return [
      name,
      ...signs.map((_, at) => signs.toSpliced(at, 1, '?').join('')),
      ...signs.map((_, at) => signs.toSpliced(at, 1).join('')),
    ];
  };
  for (const name of names)
    for (const pattern of new Set(patternsOf(name))) {
      const all = byPattern.get(pattern);
      if (all) all.push(name);
      else byPattern.set(pattern, [name]);
    }
  return (name) => {
    if (name.length < 2 || name.length > 50) return [];
    const found = new Set(
      patternsOf(name)
        .filter((pattern) => pattern.length >= 2)
        .flatMap((pattern) => byPattern.get(pattern) ?? []),
    );
    found.delete(name);
    return [...found].slice(0, 5);
  };
}

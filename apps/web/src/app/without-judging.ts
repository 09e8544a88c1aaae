/**
 * Stands in for zod in the built pages. The contracts are made with it on both sides, but only the server judges by them: the
 * browser needs an endpoint's address and the types, so 26 kB of judging are left out of every page. Whatever is asked of it
 * answers with itself, so that the shapes may still be written down; asked to judge, it says that it cannot.
 */
const judges = new Set<PropertyKey>(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

export const z: unknown = new Proxy(() => undefined, {
  get(_target, key) {
    if (judges.has(key)) throw new Error('The browser does not judge by a contract: the server does.');
    return z;
  },
  apply: () => z,
});

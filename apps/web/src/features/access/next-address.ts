import { paths } from '../../app/paths.ts';

const HERE = 'http://here.invalid';

/** Where someone wanted to go before signing in: an address of ours, or home. Never another site, whatever the link says. */
export function nextAddress(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return paths.home();
  const url = new URL(next, HERE);
  if (url.origin !== HERE || url.pathname === paths.signIn()) return paths.home();
  return url.pathname + url.search + url.hash;
}

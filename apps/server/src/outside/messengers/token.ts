/** An access token: fetched once, kept for its time, fetched anew when it is refused. Those who ask meanwhile wait for the same one. */
import type { Sent } from '../messenger.ts';

export type Grant =
  | { readonly ok: true; readonly token: string; readonly forMs: number }
  | { readonly ok: false; readonly sent: Exclude<Sent, { kind: 'sent' }> };

export type TokenKeeper = {
  get(): Promise<Grant>;
  /** What is kept was refused; only the one that was, in case another has been fetched meanwhile. */
  forget(token: string): void;
};

/** Fetched so long before its end that none runs out on its way. */
const EARLY_MS = 300_000;

export function keepToken(fetchToken: () => Promise<Grant>, clock: () => number = Date.now): TokenKeeper {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<Grant> | undefined;
  return {
    async get() {
      if (kept && clock() < kept.until) return { ok: true, token: kept.token, forMs: kept.until - clock() };
      asking ??= fetchToken().finally(() => {
        asking = undefined;
      });
      const grant = await asking;
      if (grant.ok) kept = { token: grant.token, until: clock() + Math.max(grant.forMs - EARLY_MS, grant.forMs / 2) };
      return grant;
    },
    forget(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

/** Asks with a token; where it is refused, once more with a new one. */
export async function withToken(
  keeper: TokenKeeper,
  work: (token: string) => Promise<Sent | 'tokenRefused'>,
): Promise<Sent> {
  for (let turn = 0; turn < 2; turn += 1) {
    const grant = await keeper.get();
    if (!grant.ok) return grant.sent;
    const sent = await work(grant.token);
    if (sent !== 'tokenRefused') return sent;
    keeper.forget(grant.token);
  }
  return { kind: 'refused', trouble: 'tokenRefused' };
}

/** How long a guesser waits. The account is never locked: whoever it belongs to gets in after the wait. */

export const ATTEMPT_WINDOW_MS = 15 * 60_000;
/** Failures of one account before waiting begins. */
export const FREE_FAILURES_OF_LOGIN = 5;
/** Of one network address: a whole hospital may sit behind it, so more are free. */
export const FREE_FAILURES_OF_SOURCE = 30;

/** Failures within the window, and when the last of them happened. */
export type Failures = { readonly count: number; readonly lastAt: Date | null };

/** Milliseconds still to wait: one minute at the limit, doubled by each further failure, at most the window. */
export function waitAfter(failures: Failures, free: number, now: Date): number {
  if (!failures.lastAt || failures.count < free) return 0;
  const pause = Math.min(ATTEMPT_WINDOW_MS, 60_000 * 2 ** Math.min(failures.count - free, 10));
  return Math.max(0, failures.lastAt.getTime() + pause - now.getTime());
}

/** In whole minutes, rounded up, as it is told. */
export const minutesOf = (wait: number): number => Math.max(1, Math.ceil(wait / 60_000));

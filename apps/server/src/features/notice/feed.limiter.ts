/** Counts askings in this process, of each name within a span of time; what it holds is bounded and forgotten. */
export type Limiter = (name: string, now: Date) => number;

const NAMES = 10_000;

/** Milliseconds to wait; zero while there is room. */
export function createLimiter({ most, within }: { readonly most: number; readonly within: number }): Limiter {
  const spans = new Map<string, { begun: number; count: number }>();
  return (name, now) => {
    const at = now.getTime();
    const span = spans.get(name);
    if (!span || at - span.begun >= within || at < span.begun) {
      if (spans.size >= NAMES) spans.clear();
      spans.set(name, { begun: at, count: 1 });
      return 0;
    }
    span.count += 1;
    return span.count > most ? span.begun + within - at : 0;
  };
}

/** At most so many in a span for one recipient; whoever comes too early waits. */
export function createPace(count: number, spanMs: number): (to: string) => Promise<void> {
  const last = new Map<string, number[]>();
  return async (to) => {
    for (;;) {
      const now = Date.now();
      const recent = (last.get(to) ?? []).filter((at) => now - at < spanMs);
      const first = recent[0];
      if (recent.length < count || first === undefined) {
        last.set(to, [...recent, now]);
        // Whoever was written to long ago need not be remembered.
        if (last.size > 1000)
          for (const [key, times] of last) if (times.every((at) => now - at >= spanMs)) last.delete(key);
        return;
      }
      await new Promise((done) => setTimeout(done, spanMs - (now - first)));
    }
  };
}

/** A room with so many places; who finds none waits in line, and may give up waiting. */
export function takePlaces(count: number) {
  let free = count;
  const line: (() => void)[] = [];

  const leave = () => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };

  return {
    /** Resolves to the function that gives the place back; rejects with the signal's reason. */
    async enter(signal?: AbortSignal): Promise<() => void> {
      signal?.throwIfAborted();
      if (free > 0) free -= 1;
      else
        await new Promise<void>((resolve, reject) => {
          const giveUp = () => {
            line.splice(line.indexOf(come), 1);
            reject(signal?.reason as Error); // a reason is by default a DOMException
          };
          const come = () => {
            signal?.removeEventListener('abort', giveUp);
            resolve();
          };
          line.push(come);
          signal?.addEventListener('abort', giveUp, { once: true });
        });
      return leave;
    },
  };
}

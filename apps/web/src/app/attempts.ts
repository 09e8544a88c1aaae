/**
 * One key per attempt. Pressing the button again after the network failed is the same attempt, and the server must not do it twice; after an
 * answer, or with other content, it is a new one.
 */
export type Attempts = {
  readonly keyFor: (input: unknown) => string;
  /** The server has answered, whatever it said. */
  readonly settle: () => void;
};

export function startAttempts(makeKey: () => string): Attempts {
  let open: { readonly content: string; readonly key: string } | undefined;
  return {
    keyFor(input) {
      const content = JSON.stringify(input) ?? '';
      if (open?.content !== content) open = { content, key: makeKey() };
      return open.key;
    },
    settle() {
      open = undefined;
    },
  };
}

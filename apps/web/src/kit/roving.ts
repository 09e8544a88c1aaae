/** Where the focus goes within a group of choices. Undefined: the key is none of ours. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** The one choice that Tab reaches: the chosen one, or the first that can be chosen. */
export function tabStop<T>(
  options: readonly { readonly value: T; readonly disabled?: boolean | undefined }[],
  value: T | null,
): number {
  const chosen = options.findIndex((option) => option.value === value && !option.disabled);
  return chosen >= 0
    ? chosen
    : Math.max(
        0,
        options.findIndex((option) => !option.disabled),
      );
}

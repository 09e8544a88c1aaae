/** A random key for one attempt. `crypto.randomUUID` is missing on plain http, where only the demo is opened. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

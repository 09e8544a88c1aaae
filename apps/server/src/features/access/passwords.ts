/** Passwords rest as argon2id (19 MiB, two passes: OWASP's figures); guessing an unknown account costs as much as a known one. */
import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One spelling of the same letters, whatever keyboard they came from. */
const plain = (password: string) => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(plain(password), COST);

let nobody: Promise<string> | undefined;

/** Without a hash to compare with it takes as long and says no. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await nobody), plain(password));
  return right && passwordHash !== null && passwordHash !== undefined;
}

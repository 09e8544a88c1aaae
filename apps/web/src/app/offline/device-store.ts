/**
 * The little that stays on this device while there is no network, in the browser's own database: every value is sealed with a key that
 * scripts cannot read out, so that a copied profile folder says nothing without the browser that made it.
 *
 * Two drawers. `kept`: what a page needs to open without network; gone at sign-out and after seven idle days. `waiting`: what someone
 * wrote that has not gone up; gone once it has, or at a sign-out that says so. Never texts of records, never `localStorage`.
 */
const NAME = 'zhengyou';
export const IDLE_MS = 7 * 86_400_000;

type Drawer = 'kept' | 'waiting';
type Sealed = {
  readonly owner: string;
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
};

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result), { once: true });
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')), { once: true });
  });

let opened: Promise<IDBDatabase | undefined> | undefined;

/** Undefined where the browser offers none: a private window, or plain http from another device. */
function open(): Promise<IDBDatabase | undefined> {
  opened ??= openOnce().catch(() => undefined); // a browser that refuses storage is one without it: the page works online alone
  return opened;
}

async function openOnce(): Promise<IDBDatabase | undefined> {
  // Both are missing from some browsers' settings, whatever the types say.
  if (!('indexedDB' in globalThis) || !('subtle' in crypto)) return undefined;
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const drawer of ['key', 'kept', 'waiting']) request.result.createObjectStore(drawer);
  });
  const database = await answered(request);
  // Signing out in another window removes the whole database; holding on to it would keep that from happening.
  database.addEventListener('versionchange', () => {
    database.close();
    opened = undefined;
  });
  return database;
}

async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const find = () => answered<CryptoKey | undefined>(database.transaction('key').objectStore('key').get('device'));
  const known = await find();
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const store = database.transaction('key', 'readwrite').objectStore('key');
  // Two windows that begin at once agree on the key that was first.
  await answered(store.add(made, 'device')).catch(() => undefined);
  return (await find()) ?? made;
}

async function seal(database: IDBDatabase, owner: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return {
    owner,
    at: Date.now(),
    iv,
    box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(database), plain),
  };
}

async function unseal<T>(database: IDBDatabase, { iv, box }: Sealed): Promise<T> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(database), box);
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}

/** False where nothing can be kept on this device. */
async function put(drawer: Drawer, owner: string, name: string, value: unknown): Promise<boolean> {
  const database = await open();
  if (!database) return false;
  const sealed = await seal(database, owner, value);
  await answered(database.transaction(drawer, 'readwrite').objectStore(drawer).put(sealed, name));
  return true;
}

export const keepOnDevice = (owner: string, name: string, value: unknown) => put('kept', owner, name, value);
export const putWaiting = (owner: string, id: string, value: unknown) => put('waiting', owner, id, value);

/** What was kept under the name, unless nobody has used it for seven days: then everything kept is forgotten. */
export async function findOnDevice<T>(
  name: string,
): Promise<{ readonly owner: string; readonly value: T } | undefined> {
  const database = await open();
  if (!database) return undefined;
  const sealed = await answered<Sealed | undefined>(database.transaction('kept').objectStore('kept').get(name));
  if (!sealed) return undefined;
  if (Math.abs(Date.now() - sealed.at) > IDLE_MS) {
    await forgetKept();
    return undefined;
  }
  return { owner: sealed.owner, value: await unseal<T>(database, sealed) };
}

/** What one person wrote here and has not sent, in the order of its keys. */
export async function listWaiting<T>(owner: string): Promise<T[]> {
  const database = await open();
  if (!database) return [];
  const all = await answered<Sealed[]>(database.transaction('waiting').objectStore('waiting').getAll());
  return Promise.all(all.filter((sealed) => sealed.owner === owner).map((sealed) => unseal<T>(database, sealed)));
}

export async function removeWaiting(id: string): Promise<void> {
  const database = await open();
  if (database) await answered(database.transaction('waiting', 'readwrite').objectStore('waiting').delete(id));
}

/** The session has ended: the pages kept for it go; what was written and not sent stays for its writer. */
export async function forgetKept(): Promise<void> {
  const database = await open();
  if (database) await answered(database.transaction('kept', 'readwrite').objectStore('kept').clear());
}

/** Signing out leaves nothing behind, the key included. */
export async function forgetDevice(): Promise<void> {
  const database = await open();
  if (!database) return;
  database.close();
  opened = undefined;
  await answered(indexedDB.deleteDatabase(NAME));
}

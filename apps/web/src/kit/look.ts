import { useSyncExternalStore } from 'react';

/** How the page looks to this person on this device: a preference, nothing personal. Read by public/before-paint.js too. */
export type Theme = 'system' | 'light' | 'dark';
export type TypeSize = 'normal' | 'large';
export type Look = { readonly theme: Theme; readonly type: TypeSize };

const THEME_KEY = 'zhengyou.theme';
const TYPE_KEY = 'zhengyou.type';

const listeners = new Set<() => void>();

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function store(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // kept for this visit only
  }
}

const storedTheme = (): Theme => {
  const stored = readStored(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
};

let look: Look = { theme: storedTheme(), type: readStored(TYPE_KEY) === 'large' ? 'large' : 'normal' };

export function setLook(change: Partial<Look>): void {
  look = { ...look, ...change };
  const { dataset } = document.documentElement;
  if (look.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = look.theme;
  if (look.type === 'large') dataset['type'] = 'large';
  else delete dataset['type'];
  store(THEME_KEY, look.theme === 'system' ? null : look.theme);
  store(TYPE_KEY, look.type === 'large' ? 'large' : null);
  listeners.forEach((tell) => tell());
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useLook = (): Look => useSyncExternalStore(subscribe, () => look);

const DARK = '(prefers-color-scheme: dark)';
/** Whether the page is dark now, by choice or by the system. */
export function useDark(): boolean {
  const { theme } = useLook();
  const system = useSyncExternalStore(
    (tell) => {
      const list = matchMedia(DARK);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    () => matchMedia(DARK).matches,
  );
  return theme === 'system' ? system : theme === 'dark';
}

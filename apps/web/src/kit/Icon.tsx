import type { ReactNode } from 'react';

const PATHS = {
  plus: <path d="M9 2.5v13M2.5 9h13" />,
  add: <path d="M9 4v10M4 9h10" />,
  close: <path d="M4.5 4.5l9 9M13.5 4.5l-9 9" />,
  down: <path d="M4.5 7L9 11.5L13.5 7" />,
  next: <path d="M7 4.5L11.5 9L7 13.5" />,
  back: <path d="M11 3.5L5.5 9L11 14.5" />,
  arrow: <path d="M3 9h12M10.5 4.5L15 9l-4.5 4.5" />,
  tick: <path d="M3.5 9.5L7.2 13L14.5 5" />,
  menu: <path d="M3 5h12M3 9h12M3 13h12" />,
  search: (
    <>
      <circle cx="8" cy="8" r="4.7" />
      <path d="M11.6 11.6L15 15" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="8" width="10" height="7" rx="1.5" />
      <path d="M6 8V5.8a3 3 0 0 1 6 0V8" />
    </>
  ),
  phone: (
    <path d="M4.2 2.6l2.2-.5 1.5 3.4-1.6 1.3a9.5 9.5 0 0 0 4.9 4.9l1.3-1.6 3.4 1.5-.5 2.2c-.2.8-.9 1.3-1.7 1.2C7.9 14.3 3.7 10.1 3 4.3c-.1-.8.4-1.5 1.2-1.7z" />
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof PATHS;

/** Decoration beside a word; a button without words carries its own `aria-label`. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}

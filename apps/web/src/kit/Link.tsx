import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** A path built by `app/paths.ts`, or any address. */
  readonly href: string;
  /** Takes the place of the present address in the browser's history. */
  readonly replace?: boolean;
};

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/** An ordinary anchor that stays within the page for addresses of ours; opening in a new tab, copying and printing work as ever. */
export function Link({ href, replace, onClick, target, download, children, ...rest }: LinkProps) {
  const router = useRouter();
  const ours = href.startsWith('/') && !href.startsWith('/api/') && target === undefined && download === undefined;
  return (
    <a
      {...rest}
      href={href}
      target={target}
      download={download}
      onClick={(event) => {
        onClick?.(event);
        if (!ours || !isPlainClick(event)) return;
        event.preventDefault();
        void router.navigate({ href, replace: replace ?? false });
      }}
    >
      {children}
    </a>
  );
}

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from './Link.tsx';

export type ButtonLook = {
  /** `primary` at most once a page; `text` for what may be left; `quiet` is grey text. */
  readonly look?: 'plain' | 'primary' | 'text' | 'quiet';
  readonly small?: boolean;
  readonly wide?: boolean;
};

const classOf = ({ look = 'plain', small, wide }: ButtonLook, extra: string | undefined) =>
  [
    'btn',
    look === 'primary' && 'primary',
    (look === 'text' || look === 'quiet') && 'text',
    look === 'quiet' && 'quiet',
    small && 'sm',
    wide && 'wide',
    extra,
  ]
    .filter(Boolean)
    .join(' ');

export type ButtonProps = ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    readonly children: ReactNode;
    /**
     * While the work runs: the button keeps its place and its focus, and does not act twice. Where it is given at all, the second click
     * of a double click does nothing: it may come before the page has heard of the first.
     */
    readonly busy?: boolean;
    readonly ref?: Ref<HTMLButtonElement>;
  };

export function Button({ look, small, wide, className, busy, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the default above is a literal
      type={type}
      className={classOf({ ...(look && { look }), ...(small && { small }), ...(wide && { wide }) }, className)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy || (busy !== undefined && event.detail > 1)) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

export function LinkButton({ look, small, wide, className, ...rest }: ButtonLook & LinkProps) {
  return (
    <Link
      {...rest}
      className={classOf({ ...(look && { look }), ...(small && { small }), ...(wide && { wide }) }, className)}
    />
  );
}

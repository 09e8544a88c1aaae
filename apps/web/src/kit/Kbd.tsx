/** A key, where keys exist: phones do not show it. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className="desk-only">{children}</kbd>;
}

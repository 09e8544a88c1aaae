/** Whether an entry leads to the page that is open, or to the list above it. */
export function isHere(href: string, pathname: string): boolean {
  const path = href.split('?')[0] ?? href;
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}

import type { ReactNode } from 'react';

/** One sentence, no picture, and the next step as a link where there is one. */
export function Empty({ lead, children }: { readonly lead: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{lead}</p>
      {children && <p className="muted">{children}</p>}
    </div>
  );
}

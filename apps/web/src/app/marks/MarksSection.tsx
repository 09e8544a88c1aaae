import type { ReactNode } from 'react';

export function MarksSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <div className="sec ruled">
        <h2>{title}</h2>
      </div>
      <div className="apart-down">{children}</div>
    </section>
  );
}

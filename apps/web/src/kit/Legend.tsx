import { GlyphBox } from './Glyph.tsx';
import type { GlyphKind } from './strip.ts';

/** What the signs of a strip mean: always beside the strips, since meaning lies in the form. */
export function Legend({ items }: { readonly items: readonly { readonly kind: GlyphKind; readonly label: string }[] }) {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.kind}>
          <GlyphBox kind={item.kind} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}

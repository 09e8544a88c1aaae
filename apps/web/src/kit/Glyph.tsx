import type { GlyphKind } from './strip.ts';

const around = (x: number, y: number, size: number) => ({
  left: x - size,
  right: x + size,
  top: y - size,
  low: y + size,
});

/** One sign of the year, drawn around a point: filled where two people met, open where they did not. */
export function Glyph({ kind, x, y }: { readonly kind: GlyphKind; readonly x: number; readonly y: number }) {
  const className = `glyph ${kind}`;
  if (kind === 'talk') return <circle className={className} cx={x} cy={y} r="5" />;
  if (kind === 'request') return <circle className={className} cx={x} cy={y} r="4.4" />;
  if (kind === 'visit') return <rect className={className} x={x - 4.5} y={y - 4.5} width="9" height="9" rx="0.5" />;
  if (kind === 'event') {
    const box = around(x, y, 5.8);
    return <path className={className} d={`M${x} ${box.top}L${box.right} ${y}L${x} ${box.low}L${box.left} ${y}Z`} />;
  }
  return <path className={className} d={`M${x} ${y - 5.2}L${x + 5.6} ${y + 4.4}H${x - 5.6}Z`} />;
}

export function GlyphBox({ kind }: { readonly kind: GlyphKind }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <Glyph kind={kind} x={7} y={7} />
    </svg>
  );
}

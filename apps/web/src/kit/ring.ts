/** The year around an avatar: the right half is the duty, the left half the aim. */
import type { MarkState } from './state.ts';

export type ArcKind = 'met' | 'open' | 'soon' | 'late' | 'still';
/** Clockwise from the top, in degrees. */
export type Arc = { readonly kind: ArcKind; readonly from: number; readonly until: number };

/** The gap at the top and the bottom, in degrees: 5 px on a radius of 27. */
const GAP = 10.6;

const PENDING: Readonly<Record<MarkState, ArcKind>> = {
  met: 'open',
  onTrack: 'open',
  firstPending: 'open',
  dueSoon: 'soon',
  due: 'soon',
  late: 'late',
  excused: 'still',
};

function half(start: number, share: number, rest: ArcKind): readonly Arc[] {
  const from = start + GAP / 2;
  const until = start + 180 - GAP / 2;
  const split = from + (until - from) * share;
  const arcs: Arc[] = [];
  if (share > 0) arcs.push({ kind: 'met', from, until: split });
  if (share < 1) arcs.push({ kind: rest, from: split, until });
  return arcs;
}

const shareOf = (done: number, of: number) => (of <= 0 ? 1 : Math.min(1, Math.max(0, done / of)));

export function ringArcs(done: number, required: number, aim: number, state: MarkState): readonly Arc[] {
  const duty = half(0, shareOf(done, required), PENDING[state]);
  const beyond = half(180, aim > required ? shareOf(done - required, aim - required) : shareOf(done, required), 'open');
  return [...duty, ...beyond];
}

const point = (degrees: number, centre: number, radius: number) => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(centre + radius * Math.cos(angle)).toFixed(2)} ${(centre + radius * Math.sin(angle)).toFixed(2)}`;
};

/** Arcs never exceed half a circle, so the large-arc flag stays 0. */
export const arcPath = (arc: Arc, centre: number, radius: number): string =>
  `M${point(arc.from, centre, radius)}A${radius} ${radius} 0 0 1 ${point(arc.until, centre, radius)}`;

/** Which step a page puts first. What may be done at all comes with the reply; here it is only put in order. */
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';

export type Can = MatterLine['can'][number];

type Line = Pick<MatterLine, 'can' | 'pointList' | 'status' | 'addressees' | 'deliveries' | 'round'>;

/** In the order in which a line goes through them. */
const FORWARD: readonly Can[] = [
  'report',
  'triage',
  'release',
  'assign',
  'take',
  'giveOpinion',
  'decideExtension',
  'review',
  'publish',
  'deliver',
  'close',
];

/** Small print: what corrects, joins or asks, wherever the line stands. */
const BESIDE: readonly Can[] = [
  'reopen',
  'tell',
  'wait',
  'resume',
  'note',
  'askExtension',
  'handBack',
  'makeAnswerLink',
  'release',
  'merge',
  'split',
  'assign',
];

const isReleased = (line: Pick<MatterLine, 'pointList'>): boolean =>
  line.pointList.length > 0 && line.pointList.every(({ released }) => released !== null);

/** Whoever raised it and was told of the present round's reply is not told again as the next thing. */
const isTold = ({ addressees, deliveries, round }: Line): boolean =>
  addressees
    .filter(({ withdrawn }) => !withdrawn)
    .every(({ party }) => deliveries.some((one) => one.party === party && one.round === round));

/** Undefined where nothing waits for the reader. */
export function nextStep(line: Line): Can | undefined {
  const done = new Set<Can>();
  if (isTold(line)) done.add('deliver');
  if (isReleased(line)) done.add('release');
  // It has been handed over: doing it again is a correction, not the next step.
  if (line.status !== 'registered' && line.status !== 'reported') done.add('assign').add('release');
  return FORWARD.find((step) => line.can.includes(step) && !done.has(step));
}

export const stepsBeside = (line: Line): Can[] => {
  const next = nextStep(line);
  const ahead = FORWARD.filter((step) => step !== next && !BESIDE.includes(step));
  return [...ahead, ...BESIDE].filter((step) => step !== next && line.can.includes(step));
};

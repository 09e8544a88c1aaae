/** Standings as they are listed: the wider the body reaches, the earlier; what does not say it comes last. */
import { LEVELS } from '../policy/vocabulary.ts';
import type { Standing } from './standing.ts';

const weightOf = (standing: Pick<Standing, 'level'>) =>
  standing.level === null ? LEVELS.length : LEVELS.indexOf(standing.level);

/** For a stable sort: of one level, the one told first comes first. */
export const byLevel = (a: Pick<Standing, 'level'>, b: Pick<Standing, 'level'>): number => weightOf(a) - weightOf(b);

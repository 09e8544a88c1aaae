/** Until when nobody is to be reminded of a pair, for whoever reminds; the duty itself stands as it stood. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Context } from '../../edge/context.ts';
import { listSnoozedPairs } from './pause.queries.ts';

/** Pairings in reach that are put off today, each with the day on which one is reminded again. */
export const snoozedUntil = ({
  db,
  institutionId,
  reach,
  today,
}: Pick<Context, 'db' | 'institutionId' | 'reach' | 'today'>): Promise<ReadonlyMap<Id, PlainDate>> =>
  listSnoozedPairs(db, institutionId, reach, today);

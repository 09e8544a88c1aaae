import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { LeftReason } from '@zhengyou/domain/person/dated-fact.ts';
import { news } from '../../edge/news.ts';

/** Someone belongs to another unit now; what later rooms keep beside a person’s unit moves along. */
export const personMoved = news<{ readonly personId: Id; readonly unitId: Id }>('person.moved');

/** Someone is not to be contacted any more from that day on: taken off the list, or dead. What lies ahead for them falls away. */
export const personLeft = news<{ readonly personId: Id; readonly on: PlainDate; readonly reason: LeftReason }>(
  'person.left',
);

/** Two records were one person: what names the other names the kept one from now on, and is recorded with the merge. */
export const personMerged = news<{ readonly mergeId: Id; readonly keptId: Id; readonly otherId: Id }>('person.merged');

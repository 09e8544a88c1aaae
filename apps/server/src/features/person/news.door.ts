import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { news } from '../../edge/news.ts';

/** Someone belongs to another unit now; what later rooms keep beside a person’s unit moves along. */
export const personMoved = news<{ readonly personId: Id; readonly unitId: Id }>('person.moved');

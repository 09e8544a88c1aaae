import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { news } from '../../edge/news.ts';

/** A briefing was issued to these members of the leadership team. */
export const briefingIssued = news<{ readonly briefingId: Id; readonly recipientIds: readonly Id[] }>(
  'briefing.issued',
);

/** A recipient gave an instruction; it waits for the office to pass it on. */
export const briefingInstructed = news<{ readonly briefingId: Id; readonly instructionId: Id; readonly personId: Id }>(
  'briefing.instructed',
);

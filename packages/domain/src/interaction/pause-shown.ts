/** One step of what was put off, as every reader sees it. */
import { z } from 'zod';
import { zPlainDate } from '../kit/plain-date.ts';
import { PAUSE_ACTIONS } from './pause.ts';

export const zPauseStep = z.object({
  ordinal: z.number().int(),
  action: z.enum(PAUSE_ACTIONS),
  /** First and last day of an excuse. */
  fromOn: zPlainDate.nullable(),
  lastOn: zPlainDate.nullable(),
  /** Day of the later reminder. */
  untilOn: zPlainDate.nullable(),
  reason: z.string().nullable(),
  name: z.string(),
  at: z.string(),
  takenBack: z.boolean(),
  undoes: z.number().int().nullable(),
});
export type PauseShown = z.input<typeof zPauseStep>;

/** Small shapes that every endpoint of matters is made of. */
import { z } from 'zod';
import { zId } from '../kit/ids.ts';
import { MATTER_TEXT_LIMIT, MATTER_TITLE_LIMIT, OUTCOMES, RESULTS } from './matter.ts';

/** Text as people write it: line ends and tabs, no other control characters. */
export const zMatterText = z
  .string()
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u)
  .trim()
  .max(MATTER_TEXT_LIMIT);
export const zSomeText = zMatterText.min(1);
export const zTitle = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .trim()
  .min(1)
  .max(MATTER_TITLE_LIMIT);
export const zReason = zMatterText.min(2).max(400);
export const zCount = z.number().int();
export const zNamedPerson = z.object({ id: zId, name: z.string() });
export const zOutcome = z.enum(OUTCOMES);
export const zResult = z.enum(RESULTS);
export const zMatterParams = z.strictObject({ matterId: zId });

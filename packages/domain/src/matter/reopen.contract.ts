/** That a matter which the earlier ledger took off its list is not done. */
import { z } from 'zod';
import { zReason } from './matter.shapes.ts';
import { KEEPERS, step } from './step-endpoint.ts';

export const reopenMatter = step(
  'reopen',
  'reopening',
  'What the earlier ledger claims is not so: it is taken up again from the beginning. A keeper says why.',
  ['representative', ...KEEPERS],
  z.strictObject({ reason: zReason.optional() }),
);

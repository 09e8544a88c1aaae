import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { SETTING_KINDS } from './local-setting.ts';

export const addLocalSetting = endpoint({
  id: 'policy.addSetting',
  method: 'POST',
  path: '/api/local-settings',
  gist: 'Sets a number of the house’s own, for all units or one, with the reason; every screen shows it as local.',
  may: ['office'],
  body: z.strictObject({
    /** Null: all units. */
    unitId: zId.nullable(),
    kind: z.enum(SETTING_KINDS),
    /** `10-31`, `7d` or `5w`. */
    value: z.string().min(2).max(10),
    reason: z.string().trim().min(1).max(200),
    from: zPlainDate,
  }),
  changes: ['policy.read', 'interaction.readYear', 'interaction.readHome', 'interaction.readOverview'],
  reply: z.object({ id: zId, version: z.number().int() }),
});

export const endLocalSetting = endpoint({
  id: 'policy.endSetting',
  method: 'POST',
  path: '/api/local-settings/:settingId/end',
  gist: 'Ends a number of the house’s own; what was judged by it stays as it was.',
  may: ['office'],
  versioned: true,
  params: z.strictObject({ settingId: zId }),
  /** The first day on which it no longer holds. */
  body: z.strictObject({ until: zPlainDate }),
  changes: ['policy.read', 'interaction.readYear', 'interaction.readHome', 'interaction.readOverview'],
  reply: z.object({ version: z.number().int() }),
});

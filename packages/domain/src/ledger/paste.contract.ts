/** Pasting people: a text that becomes a dry run like any ledger. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';

export const PASTE_MAX_BYTES = 4 * 1024 * 1024;

export const pasteLedger = endpoint({
  id: 'ledger.paste',
  method: 'POST',
  path: '/api/ledger-pastes',
  gist: 'Hand in pasted text: cells with tabs between, or lines of a message. It is read at once; nothing is written yet.',
  may: ['office'],
  serves: ['rosterProcedure', 'recording'],
  upload: { maxBytes: PASTE_MAX_BYTES },
  reply: z.object({ id: zId, version: z.number().int() }),
  changes: ['ledger.list'],
});

/** 求一个方案: ask for a plan with the fewest changes, watch it, call it off, take it over into the draft. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { changesDrafts, zSolve } from './draft.contract.ts';
import { KEEPERS, LOOKERS } from './pairing.shapes.ts';

const oneSolve = z.strictObject({ solveId: zId });

export const startSolve = endpoint({
  id: 'pairing.startSolve',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/solves',
  gist: 'Begin to look for a plan: pins stay, then fewest changes, rules, balance, wishes. One at a time for a draft.',
  may: KEEPERS,
  serves: ['adjustment', 'quota'],
  params: z.strictObject({ draftId: zId }),
  body: z.strictObject({
    /** Seconds after which the best plan so far is given, and said to be that. */
    timeLimit: z.number().int().min(1).max(120).default(30),
    /** Where not every leader can have as many as is asked: as few short as can be, instead of no plan. */
    asFarAsPossible: z.boolean().default(false),
  }),
  reply: z.object({ id: zId }),
  changes: changesDrafts,
});

export const readSolve = endpoint({
  id: 'pairing.readSolve',
  method: 'GET',
  path: '/api/pairing-solves/:solveId',
  gist: 'How far it is, and once it is done the plan with a sentence for every change, or what stands in the way.',
  may: LOOKERS,
  serves: ['adjustment'],
  params: oneSolve,
  reply: zSolve.extend({ draftId: zId }),
});

export const cancelSolve = endpoint({
  id: 'pairing.cancelSolve',
  method: 'POST',
  path: '/api/pairing-solves/:solveId/cancellation',
  gist: 'Call a solving off.',
  may: KEEPERS,
  serves: ['adjustment'],
  params: oneSolve,
  body: z.strictObject({}),
  reply: z.object({ id: zId }),
  changes: ['pairing.readSolve', 'pairing.readDraft'],
});

export const applySolve = endpoint({
  id: 'pairing.applySolve',
  method: 'POST',
  path: '/api/pairing-drafts/:draftId/solution',
  gist: 'Take a plan over into the draft: its moves replace the draft’s, its pins stay.',
  may: KEEPERS,
  serves: ['adjustment'],
  versioned: true,
  params: z.strictObject({ draftId: zId }),
  body: z.strictObject({ solveId: zId }),
  reply: z.object({ version: z.number().int() }),
  changes: [...changesDrafts, 'pairing.readSolve'],
});

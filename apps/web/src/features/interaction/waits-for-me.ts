import type { zTalkRequest } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import type { z } from 'zod';

/** The leader is to answer this request. */
export const waitsForMe = ({ can }: Pick<z.output<typeof zTalkRequest>, 'can'>): boolean =>
  can.includes('pick') || can.includes('passOn');

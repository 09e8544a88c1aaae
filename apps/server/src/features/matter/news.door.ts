import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { MatterActionKind, MatterStatus } from '@zhengyou/domain/matter/matter.ts';
import { news } from '../../edge/news.ts';

/** A step was taken on a matter: whoever tells people of it, or counts, follows. It names no person. */
export const matterMoved = news<{
  readonly matterId: Id;
  readonly number: string;
  readonly action: MatterActionKind;
  readonly status: MatterStatus;
  readonly lead: Id | null;
  /** The proposer whom it concerns, by place; null for all of them. */
  readonly party: number | null;
}>('matter.moved');

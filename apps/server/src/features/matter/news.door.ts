import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { MatterNotice, NoticeTo } from '@zhengyou/domain/matter/matter-notices.ts';
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

/**
 * Someone should hear of it. Proposers are given by their places, because whoever took the step may not know who they are:
 * `listAddressees` in `notices.door.ts` says who they are to work that may, and lists the promises that are due.
 */
export const matterConcerns = news<{
  readonly matterId: Id;
  readonly number: string;
  /** The unit whose keepers they are, where it goes to keepers. */
  readonly unitId: Id;
  readonly kind: MatterNotice;
  readonly to: NoticeTo;
}>('matter.concerns');

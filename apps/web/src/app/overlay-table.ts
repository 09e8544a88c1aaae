/** What stands beside the pages: which sheet opens under which name in the address, over whatever page is open. */
import type { ComponentType } from 'react';
import {
  ANSWER_SHEET,
  LOG_SHEET,
  OCCASION_SHEET,
  PUT_OFF_SHEET,
  RAISE_SHEET,
  REQUEST_SHEET,
  TELL_SHEET,
  WAITING_SHEET,
} from './navigation.ts';
import type { OverlayProps } from './Overlays.tsx';
import type { SlotProps } from './slots.tsx';

export type OverlayEntry = {
  readonly name: string;
  readonly load: () => Promise<{ readonly default: ComponentType<OverlayProps> }>;
};

export type ResidentEntry = {
  readonly may: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
};

export const overlayTable: readonly OverlayEntry[] = [
  { name: LOG_SHEET, load: () => import('../features/interaction/LogSheet.tsx') },
  { name: PUT_OFF_SHEET, load: () => import('../features/interaction/PutOffSheet.tsx') },
  { name: RAISE_SHEET, load: () => import('../features/matter/RaiseSheet.tsx') },
  { name: ANSWER_SHEET, load: () => import('../features/pairing/AnswerSheet.tsx') },
  { name: REQUEST_SHEET, load: () => import('../features/interaction/RequestSheet.tsx') },
  { name: OCCASION_SHEET, load: () => import('../features/occasion/OccasionSheet.tsx') },
  { name: TELL_SHEET, load: () => import('../features/occasion/TellSheet.tsx') },
  { name: WAITING_SHEET, load: () => import('../features/interaction/WaitingSheet.tsx') },
];

export type SlotEntry = {
  /** The place's name, as the earlier room's page says it. */
  readonly place: string;
  readonly may: string;
  readonly load: () => Promise<{ readonly default: ComponentType<SlotProps> }>;
};

/** What a later room shows on an earlier room's page. */
export const slotTable: readonly SlotEntry[] = [
  { place: 'me', may: 'notice.list', load: () => import('../features/notice/MyReminders.tsx') },
  { place: 'person', may: 'occasion.list', load: () => import('../features/occasion/PersonOccasions.tsx') },
  { place: 'beforeTalk', may: 'occasion.list', load: () => import('../features/occasion/FriendOccasions.tsx') },
  { place: 'talkPoint', may: 'matter.list', load: () => import('../features/matter/PointMatter.tsx') },
  { place: 'me', may: 'feed.read', load: () => import('../features/notice/OwnCalendar.tsx') },
  { place: 'beforeTalk', may: 'matter.list', load: () => import('../features/matter/FriendMatters.tsx') },
];

/** What runs beside every page for whoever may call an endpoint. */
export const residentTable: readonly ResidentEntry[] = [
  { may: 'notice.list', load: () => import('../features/notice/FreshNotices.tsx') },
  { may: 'interaction.log', load: () => import('../features/interaction/WaitingTalks.tsx') },
];

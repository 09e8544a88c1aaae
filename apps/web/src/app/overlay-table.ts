/** What stands beside the pages: which sheet opens under which name in the address, over whatever page is open. */
import type { ComponentType } from 'react';
import { LOG_SHEET, RAISE_SHEET, WAITING_SHEET } from './navigation.ts';
import type { OverlayProps } from './Overlays.tsx';

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
  { name: RAISE_SHEET, load: () => import('../features/matter/RaiseSheet.tsx') },
  { name: WAITING_SHEET, load: () => import('../features/interaction/WaitingSheet.tsx') },
];

/** What runs beside every page for whoever may call an endpoint. */
export const residentTable: readonly ResidentEntry[] = [
  { may: 'interaction.log', load: () => import('../features/interaction/WaitingTalks.tsx') },
];

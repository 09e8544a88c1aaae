/** Which sheet opens under which name in the address, over whatever page is open. */
import type { ComponentType } from 'react';
import { LOG_SHEET } from './navigation.ts';
import type { OverlayProps } from './Overlays.tsx';

export type OverlayEntry = {
  readonly name: string;
  readonly load: () => Promise<{ readonly default: ComponentType<OverlayProps> }>;
};

export const overlayTable: readonly OverlayEntry[] = [
  { name: LOG_SHEET, load: () => import('../features/interaction/LogSheet.tsx') },
];

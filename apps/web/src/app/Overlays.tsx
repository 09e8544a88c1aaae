import { lazy, Suspense, useCallback, type ComponentType } from 'react';
import { useSearchState } from './address.ts';
import { overlayTable } from './overlay-table.ts';

export type OverlayProps = {
  /** What stands behind the name in the address: an id, or `new`. */
  readonly value: string;
  readonly onClose: () => void;
};

const overlays = overlayTable.map(({ name, load }) => ({ name, Overlay: lazy(load) as ComponentType<OverlayProps> }));

/** Sheets that open over any page: `?log=new` opens the sheet named `log`. The address carries them, so that Back closes and a link opens. */
export function Overlays() {
  const { search, setSearch } = useSearchState();
  const close = useCallback((name: string) => setSearch({ [name]: undefined }, { replace: true }), [setSearch]);
  return overlays.map(({ name, Overlay }) => {
    const value = search[name];
    if (value === undefined) return null;
    return (
      <Suspense key={name} fallback={null}>
        <Overlay value={value} onClose={() => close(name)} />
      </Suspense>
    );
  });
}

/** `const open = useOverlay('log'); open(personId)` */
export function useOverlay(name: string): (value?: string) => void {
  const { setSearch } = useSearchState();
  return useCallback((value = 'new') => setSearch({ [name]: value }), [name, setSearch]);
}

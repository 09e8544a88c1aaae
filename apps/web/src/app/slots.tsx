import { Suspense } from 'react';
import { latePart } from './late-part.ts';
import { slotTable } from './overlay-table.ts';
import { useMay } from './session.tsx';

export type SlotProps = {
  /** The id of what the place is about. */
  readonly about: string;
};

const filled = slotTable.map(({ place, may, load }) => ({ place, may, Part: latePart(load) }));

/** A place on an earlier room's page that a later room fills: the earlier one does not know who comes. */
export function Slot({ place, about }: SlotProps & { readonly place: string }) {
  const may = useMay();
  return filled
    .filter((one) => one.place === place && may(one.may))
    .map(({ may: endpointId, Part }) => (
      <Suspense key={endpointId} fallback={null}>
        <Part about={about} />
      </Suspense>
    ));
}

import { Suspense } from 'react';
import { latePart } from './late-part.ts';
import { residentTable } from './overlay-table.ts';
import { useMay } from './session.tsx';

const residents = residentTable.map(({ may, load }) => ({ may, Resident: latePart(load) }));

/** What goes on behind the pages, such as the upload of what was written without network. */
export function Residents() {
  const may = useMay();
  return residents
    .filter((one) => may(one.may))
    .map(({ may: endpointId, Resident }) => (
      <Suspense key={endpointId} fallback={null}>
        <Resident />
      </Suspense>
    ));
}

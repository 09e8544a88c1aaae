import { Fragment } from 'react';

/** A sentence that turns at its commas only, so that no date breaks inside. */
export function Turns({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[，；。,;]\s?)/);
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <span className="nb">{part}</span>
    </Fragment>
  ));
}

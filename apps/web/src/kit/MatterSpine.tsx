import type { ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';

/** `paused`: waiting, the clock stopped. `ahead`: not reached. */
export type StopStatus = 'reached' | 'now' | 'paused' | 'ahead';

export type SpineStop = {
  readonly key: string;
  readonly name: ReactNode;
  /** When, in words: a day, the day it began, or the day it is promised by. */
  readonly at?: string | undefined;
  /** What happened there, in a sentence. Only upright: lying there is no room. */
  readonly note?: ReactNode;
  readonly status: StopStatus;
};

export type MatterSpineProps = {
  readonly stops: readonly SpineStop[];
  /** Upright on phones and for whoever asked; lying where the case itself needs the height. */
  readonly direction: 'upright' | 'lying';
  readonly label: string;
};

/** Where something is on its way, like a courier's track: solid behind, dashed ahead, dotted while it waits. */
export function MatterSpine({ stops, direction, label }: MatterSpineProps) {
  return direction === 'upright' ? <Upright stops={stops} label={label} /> : <Lying stops={stops} label={label} />;
}

type WayProps = Pick<MatterSpineProps, 'stops' | 'label'>;

/** The shape says it to the eye; a reader of the screen hears it. */
function Said({ status }: { readonly status: StopStatus }) {
  const t = useWords();
  if (status === 'reached') return null;
  const said = { now: kitWords.stopNow, paused: kitWords.stopPaused, ahead: kitWords.stopAhead }[status];
  return <span className="sr">{t(said)}</span>;
}

function Upright({ stops, label }: WayProps) {
  return (
    <ol className="spine" aria-label={label}>
      {stops.map(({ key, name, at, note, status }) => (
        <li key={key} className={status} aria-current={status === 'now' ? 'step' : undefined}>
          <div className="stop">
            <b>{name}</b>
            <Said status={status} />
            {at !== undefined && <time>{at}</time>}
          </div>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}

function Lying({ stops, label }: WayProps) {
  return (
    <ol className="hspine" aria-label={label}>
      {stops.map(({ key, name, at, status }) => (
        <li key={key} className={status} aria-current={status === 'now' ? 'step' : undefined}>
          {name}
          <Said status={status} />
          <small>{at}</small>
        </li>
      ))}
    </ol>
  );
}

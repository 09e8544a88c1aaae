import { SLOTS } from '@zhengyou/domain/interaction/talk-request.ts';
import { useWords } from '../../app/language.tsx';
import { requestWords } from './request.words.ts';

export type SlotDraft = { readonly on: string; readonly at: string };
export const EMPTY_SLOT: SlotDraft = { on: '', at: '' };

/** What is sent of the rows: those with a day. */
export const slotsOf = (drafts: readonly SlotDraft[]) =>
  drafts.flatMap(({ on, at }) => (on === '' ? [] : [{ on, at: at === '' ? null : at }]));

type SlotFieldsProps = {
  readonly slots: readonly SlotDraft[];
  readonly from: string;
  readonly onChange: (slots: readonly SlotDraft[]) => void;
};

/** Up to three times, each a day and perhaps an hour. */
export function SlotFields({ slots, from, onChange }: SlotFieldsProps) {
  const t = useWords();
  const change = (index: number, part: Partial<SlotDraft>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  return (
    <div className="request-slots">
      {slots.map((slot, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity than their place
        <div key={index} className="row">
          <input
            type="date"
            className="input"
            min={from}
            aria-label={t(requestWords.slot, { at: index + 1 })}
            value={slot.on}
            onChange={(event) => change(index, { on: event.target.value })}
          />
          <input
            type="time"
            className="input"
            aria-label={t(requestWords.slotTime, { at: index + 1 })}
            value={slot.at}
            onChange={(event) => change(index, { at: event.target.value })}
          />
        </div>
      ))}
      {slots.length < SLOTS && (
        <button type="button" className="link" onClick={() => onChange([...slots, EMPTY_SLOT])}>
          {t(requestWords.moreSlot)}
        </button>
      )}
    </div>
  );
}

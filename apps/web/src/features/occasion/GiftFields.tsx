import { useWords } from '../../app/language.tsx';
import { occasionWords } from './occasion.words.ts';
import type { RoundRoster } from './RoundPage.tsx';
import { yuanOf } from './say-occasion.ts';
import type { Ticks } from './use-ticks.ts';

type GiftFieldsProps = {
  readonly round: RoundRoster;
  readonly friend: RoundRoster['leaders'][number]['friends'][number];
  readonly ticks: Ticks;
};

/** What was brought to this one, of the kinds that the house has set; nothing unless it is said. */
export function GiftFields({ round, friend, ticks }: GiftFieldsProps) {
  const t = useWords();
  const { pairingId, person } = friend;
  const brought = ticks.brought(pairingId);
  const kind = round.gifts.find((one) => one.id === brought?.kindId);
  return (
    <div className="row roster-gift">
      <select
        className="input"
        aria-label={t(occasionWords.giftOf, { name: person.name })}
        value={brought?.kindId ?? ''}
        onChange={(event) =>
          ticks.bring(
            pairingId,
            event.target.value === '' ? undefined : { kindId: event.target.value, yuan: brought?.yuan ?? '' },
          )
        }
      >
        <option value="">{t(occasionWords.giftNone)}</option>
        {round.gifts.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      {brought && kind && (
        <>
          <input
            className="input"
            inputMode="decimal"
            maxLength={10}
            aria-label={t(occasionWords.giftYuan)}
            placeholder={t(occasionWords.giftYuan)}
            value={brought.yuan}
            onChange={(event) => ticks.bring(pairingId, { ...brought, yuan: event.target.value })}
          />
          <span className="muted">{t(occasionWords.giftUpTo, { limit: yuanOf(kind.eachCents) })}</span>
        </>
      )}
    </div>
  );
}

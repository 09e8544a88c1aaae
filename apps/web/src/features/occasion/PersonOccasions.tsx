import { findId } from '@zhengyou/domain/kit/ids.ts';
import { listOccasions } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { useWords } from '../../app/language.tsx';
import { TELL_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import type { SlotProps } from '../../app/slots.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { toldWords } from './told.words.ts';
import { ToldLine } from './ToldList.tsx';
import './occasion.css';

/** On a person's page: what was told of them, by whom, what came of it, as far as the reader may know that it is there. */
export default function PersonOccasions({ about }: SlotProps) {
  const t = useWords();
  const may = useMay();
  const { person: self } = useSession();
  const tell = useOverlay(TELL_SHEET);
  const person = findId(about);
  const found = useCall(
    listOccasions,
    { query: { show: 'all', limit: 20, ...(person && { person }) } },
    { enabled: person !== undefined },
  );
  if (!found.data) return null;
  const { items } = found.data;
  const tells = may('occasion.raise') && (person === self.id || may('round.standing'));
  if (items.length === 0 && !tells) return null;
  return (
    <section className="person-occasions">
      <div className="sec ruled">
        <h3>{t(toldWords.title)}</h3>
        {tells && (
          <span className="meta">
            <button type="button" className="link" onClick={() => tell(person === self.id ? 'new' : about)}>
              {t(toldWords.tell)}
            </button>
          </span>
        )}
      </div>
      {items.length === 0 ? (
        <Empty lead={t(toldWords.noneAll)} />
      ) : (
        <ul className="told-lines">
          {items.map((one) => (
            <ToldLine key={one.id} occasion={one} own />
          ))}
        </ul>
      )}
    </section>
  );
}

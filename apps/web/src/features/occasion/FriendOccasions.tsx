import { findId } from '@zhengyou/domain/kit/ids.ts';
import { listOccasions } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import type { SlotProps } from '../../app/slots.tsx';
import { toldWords } from './told.words.ts';
import { ToldLine } from './ToldList.tsx';
import './occasion.css';

/** A minute before the talk: what was told of this friend and still waits. Nothing where nothing does. */
export default function FriendOccasions({ about }: SlotProps) {
  const t = useWords();
  const person = findId(about);
  const found = useCall(
    listOccasions,
    { query: { show: 'open', limit: 10, ...(person && { person }) } },
    { enabled: person !== undefined },
  );
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      <dt>{t(toldWords.near)}</dt>
      <dd>
        <ul className="told-lines">
          {items.map((one) => (
            <ToldLine key={one.id} occasion={one} own />
          ))}
        </ul>
      </dd>
    </div>
  );
}

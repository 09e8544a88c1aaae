import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { isFinal } from '@zhengyou/domain/matter/matter.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import type { SlotProps } from '../../app/slots.tsx';
import { Link } from '../../kit/Link.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { matterWords } from './matter.words.ts';
import { sentenceOf } from './said-matter.ts';
import './matter.css';

/** A minute before the talk: what this friend raised and what is still open. Nothing where nothing is. */
export default function FriendMatters({ about }: SlotProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const person = findId(about);
  const found = useCall(
    listMatters,
    { query: { view: 'all', limit: 20, ...(person && { person }) } },
    { enabled: person !== undefined },
  );
  const open = (found.data?.items ?? []).filter(({ status }) => !isFinal(status));
  if (open.length === 0) return null;
  return (
    <div>
      <dt>{t(matterWords.underWay)}</dt>
      <dd>
        <ul className="matter-told">
          {open.map((item) => (
            <li key={item.id}>
              <Link className="voice" href={paths.matter(item.id)}>
                {item.title ?? t(matterWords.untitled)}
              </Link>
              <br />
              <span className="muted">
                <Turns text={sentenceOf(item, { language, today })} />
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

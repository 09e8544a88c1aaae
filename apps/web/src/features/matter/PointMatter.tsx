import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
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

/**
 * Beside a line of a talk: the number under which it goes on, and how it stands. `about` is the talk and the point. One's own
 * are asked for once for the whole page; a keeper asks talk by talk.
 */
export default function PointMatter({ about }: SlotProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, roles } = useSession();
  const [talkText, point] = about.split(' ');
  const talk = findId(talkText);
  const keeps = roles.includes('office') || roles.includes('unitOfficer');
  const found = useCall(
    listMatters,
    { query: keeps ? { view: 'all', limit: 200, ...(talk && { talk }) } : { view: 'mine', limit: 200 } },
    { enabled: talk !== undefined },
  );
  const item = found.data?.items.find(({ fromPoints }) => fromPoints.some((one) => one === point));
  if (!item) return null;
  return (
    <p className="second">
      <Link href={paths.matter(item.id)}>{t(matterWords.underNumber, { number: item.number })}</Link>{' '}
      <Turns text={sentenceOf(item, { language, today })} />
    </p>
  );
}

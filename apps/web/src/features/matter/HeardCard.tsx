import type { MatterItem } from '@zhengyou/domain/matter/line.shapes.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { Link } from '../../kit/Link.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { matterWords } from './matter.words.ts';
import { sentenceOf } from './said-matter.ts';
import { stepWords } from './steps.words.ts';
import { useHeard } from './use-heard.ts';
import './matter.css';

const SHOWN = 1;

/** On the leader's home: the latest that was said to them and that nobody has begun, or a reply that they can bring. */
export function HeardCard() {
  const t = useWords();
  const heard = useHeard();
  const { items = [], total = 0 } = heard.data ?? {};
  if (total === 0) return null;
  const more = total - SHOWN;
  return (
    <section className="card matter-heard" aria-label={t(matterWords.heard)}>
      {items.slice(0, SHOWN).map((item) => (
        <Heard key={item.id} item={item} />
      ))}
      {more > 0 && (
        <p>
          <Link href={paths.matters({ view: 'waitsOnMe' })}>{t(matterWords.heardMore, { count: more })}</Link>
        </p>
      )}
    </section>
  );
}

function Heard({ item }: { readonly item: MatterItem }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const bring = item.status === 'replied';
  const who = item.proposers.map(({ name }) => name).join(t(matterWords.list));
  return (
    <>
      <p className="muted">
        {t(bring ? matterWords.heardReplied : matterWords.heardFrom, {
          name: who,
          kind: t(MATTER_KIND_WORDS[item.kind]),
          number: item.number,
        })}
      </p>
      <p className="voice matter-heard-said">
        <Link href={paths.matter(item.id)}>{item.title ?? t(matterWords.untitled)}</Link>
      </p>
      <p className="muted">
        <Turns text={sentenceOf(item, { language, today })} />
      </p>
      <div className="row wrap">
        {bring ? (
          <LinkButton href={paths.matter(item.id, { step: 'deliver' })}>{t(stepWords.deliver)}</LinkButton>
        ) : (
          <>
            <LinkButton href={paths.matter(item.id, { step: 'answerOnSpot' })}>{t(stepWords.answerOnSpot)}</LinkButton>
            <LinkButton look="text" href={paths.matter(item.id, { step: 'forward' })}>
              {t(stepWords.forward)}
            </LinkButton>
          </>
        )}
      </div>
    </>
  );
}

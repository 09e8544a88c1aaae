import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { confirmMine } from '@zhengyou/domain/interaction/shared-text.contract.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { textWords } from '../interaction/shared-text.words.ts';
import type { Home } from './LeaderHome.tsx';

/** What others wrote down for this leader: seen line by line, confirmed in one tap. */
export function OnBehalfCard({ waiting }: { readonly waiting: Home['unconfirmed'] }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const confirm = useChange(confirmMine);
  const { items, total } = waiting;
  if (items.length === 0) return null;
  const confirmAll = () =>
    confirm.mutate(
      { body: { interactionIds: items.map((talk) => talk.id) } },
      { onSuccess: ({ confirmed }) => toast({ text: t(textWords.waitsAllDone, { count: confirmed }) }) },
    );
  return (
    <section className="card">
      <div className="head">{t(textWords.waitsTitle)}</div>
      <h2>{t(textWords.waitsLead, { count: total })}</h2>
      <ul className="home-behalf">
        {items.map((talk) => {
          const friend = talk.representatives[0];
          const line = t(textWords.waitsLine, {
            day: sayDay(talk.happenedOn, { language, today }),
            name: talk.representatives.map((one) => one.name).join(t(kitWords.and)),
            way: t(CHANNEL_WORDS[talk.channel]),
          });
          return (
            <li key={talk.id}>
              {friend ? <Link href={paths.friend(friend.id)}>{line}</Link> : line}
              {talk.recordedAs !== null && (
                <span className="muted"> {t(textWords.waitsBy, { name: talk.recordedAs })}</span>
              )}
              {talk.words !== null && <p className="quote">{talk.words}</p>}
            </li>
          );
        })}
      </ul>
      {confirm.isError && <CallErrorNote error={confirm.error} />}
      <div className="acts">
        <Button busy={confirm.isPending} onClick={confirmAll}>
          {t(textWords.waitsAll)}
        </Button>
      </div>
    </section>
  );
}

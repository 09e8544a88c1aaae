import { LinkButton, Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { YearRing } from '../../kit/YearRing.tsx';
import { useWords } from '../language.tsx';
import { Page } from '../page.tsx';
import { paths } from '../paths.ts';
import { marksNames, marksWords } from './marks.words.ts';

const FRIENDS = [
  { name: 'shan', done: 0, state: 'due' },
  { name: 'feng', done: 2, state: 'met' },
  { name: 'lin', done: 1, state: 'met' },
  { name: 'luo', done: 2, state: 'met' },
] as const;

/** A page of cards, as a leader's home has it. */
export function CardsPage() {
  const t = useWords();
  return (
    <Page width="narrow" title={t(marksWords.people)} lead={t(marksWords.hello)}>
      <section className="card">
        <div className="head">
          {t(marksWords.toContact)}
          <StateChip state="due" word={t(marksWords.sevenLeft)} />
        </div>
        <h2>
          {t(marksNames.shan)}
          <small>{t(marksWords.standing)}</small>
        </h2>
        <p>{t(marksWords.cardText)}</p>
        <div className="acts">
          <LinkButton look="primary" href="tel:">
            <Icon name="phone" />
            {t(marksWords.call)}
          </LinkButton>
          <Button>{t(marksWords.talked)}</Button>
          <Button look="text">{t(marksWords.postpone)}</Button>
        </div>
      </section>
      <section className="friends">
        <div className="row apart">
          <h2>{t(marksWords.myFriends)}</h2>
          <Link href={paths.friends()}>{t(marksWords.fiveTimes)}</Link>
        </div>
        <ul className="rings">
          {FRIENDS.map(({ name, done, state }) => (
            <li key={name}>
              <Link className="ringed" href={paths.friend(name)}>
                <YearRing name={t(marksNames[name])} done={done} required={1} aim={2} state={state} />
                {t(marksNames[name])}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

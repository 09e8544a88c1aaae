import { listAskAgain } from '@zhengyou/domain/matter/desk.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Link } from '../../kit/Link.tsx';
import { LinkSheet } from './LinkSheet.tsx';
import { listWords } from './list.words.ts';
import { useSayDay } from './MatterParts.tsx';
import { matterWords } from './matter.words.ts';
import './matter.css';

/** Whom to ask whether it was done, or to ask again; with a link that needs no sign-in. */
export function AskingPage() {
  const t = useWords();
  const day = useSayDay();
  const { search, setSearch } = useSearchState();
  const asking = useCall(listAskAgain, { query: { limit: 200 } });
  const items = asking.data?.items;
  const keyOf = (one: { readonly matterId: string; readonly party: number }) => `${one.matterId}.${one.party}`;
  const chosen = items?.find((one) => keyOf(one) === search['link']);
  return (
    <Page
      title={t(listWords.askingTitle)}
      lead={
        asking.data ? (
          t(asking.data.total === 0 ? listWords.askingNone : listWords.askingLead, { count: asking.data.total })
        ) : (
          <span className="sr">{t(listWords.askingTitle)}</span>
        )
      }
      sub={t(listWords.askingText)}
      back={{ href: paths.matters(), label: t(matterWords.matters) }}
    >
      <Answer of={asking} loading={{ rows: 4, height: 56 }}>
        {(reply) => (
          <ul className="matter-rows">
            {reply.items.map((one) => (
              <li key={keyOf(one)} className="row apart wrap matter-ask">
                <span>
                  <b>{one.person.name}</b>{' '}
                  <Link className="voice plain" href={paths.matter(one.matterId)}>
                    {one.title ?? t(matterWords.untitled)}
                  </Link>
                  <br />
                  <span className="meta">
                    {one.number}{' '}
                    {t(one.why === 'notAnswered' ? listWords.askingNotAnswered : listWords.askingAgain, {
                      day: day(one.why === 'notAnswered' ? one.deliveredOn : one.askOn),
                    })}
                  </span>
                </span>
                <Button
                  small
                  aria-label={t(listWords.askingLinkFor, { name: one.person.name })}
                  onClick={() => setSearch({ link: keyOf(one) })}
                >
                  {t(listWords.askingLink)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {chosen && (
        <LinkSheet
          key={keyOf(chosen)}
          matterId={chosen.matterId}
          parties={[{ party: chosen.party, name: chosen.person.name }]}
          onClose={() => setSearch({ link: undefined }, { replace: true })}
        />
      )}
    </Page>
  );
}

import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { searchTexts } from '@zhengyou/domain/interaction/text-search.contract.ts';
import { soughtIn } from '@zhengyou/domain/interaction/text-search.ts';
import { searchRefusals } from '@zhengyou/domain/interaction/text-search.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { SearchBox } from './SearchBox.tsx';
import { searchWords } from './search.words.ts';
import { YearTabs } from './YearTabs.tsx';
import './year.css';
import './search.css';

type Found = ReplyOf<typeof searchTexts>;

/** Words in what one may read: one’s own talks, one’s unit’s, or the institution’s. */
export function TalkSearchPage() {
  const t = useWords();
  const { roles } = useSession();
  const { search } = useSearchState();
  const typed = (search['q'] ?? '').trim();
  const words = soughtIn(typed);
  const scope = roles.includes('office')
    ? searchWords.scopeAll
    : roles.includes('unitOfficer')
      ? searchWords.scopeUnit
      : roles.includes('checker')
        ? searchWords.scopeChecker
        : searchWords.scopeOwn;
  return (
    <Page width="narrow" title={t(searchWords.title)} sub={t(scope)}>
      <YearTabs here="searchTab" />
      <SearchBox label={t(searchWords.label)} className="search-field" />
      {typed === '' ? null : words === undefined ? (
        <output className="search-short">{t(searchRefusals.tooShort().words)}</output>
      ) : (
        <Results key={words.join(' ')} query={typed} />
      )}
    </Page>
  );
}

function Results({ query }: { readonly query: string }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const offset = Math.max(0, Math.trunc(Number(search['from'] ?? 0)) || 0);
  const answer = useCall(searchTexts, { query: { q: query.slice(0, 60), offset } });
  return (
    <Answer of={answer} loading={{ rows: 4, height: 72 }}>
      {(found) => (
        <>
          <output className="search-count">{t(countOf(found), { count: found.count })}</output>
          {found.items.length === 0 && !found.countOnly && <Empty lead={t(searchWords.nothing)} />}
          <ul className="search-hits">
            {found.items.map((item) => (
              <Hit key={item.id} item={item} />
            ))}
          </ul>
          <div className="row no-print">
            {offset > 0 && (
              <button type="button" className="link" onClick={() => setSearch({ from: undefined })}>
                {t(searchWords.first)}
              </button>
            )}
            {found.next !== null && (
              <button type="button" className="link" onClick={() => setSearch({ from: String(found.next) })}>
                {t(searchWords.more)}
              </button>
            )}
          </div>
        </>
      )}
    </Answer>
  );
}

const countOf = ({ count, exact, more, countOnly }: Found) =>
  count === 0
    ? searchWords.none
    : more
      ? searchWords.countMore
      : countOnly
        ? searchWords.countOnly
        : exact
          ? searchWords.count
          : searchWords.countAbout;

function Hit({ item }: { readonly item: Found['items'][number] }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person: self } = useSession();
  const comma = t(kitWords.comma);
  const day =
    item.precision === 'month'
      ? sayMonth(item.on.slice(0, 7), { language, today })
      : sayDay(item.on, { language, today });
  const people = item.people.filter((one) => one.id !== self.id).map((one) => one.name);
  const who = [item.leader.id === self.id ? undefined : item.leader.name, ...people].filter(Boolean);
  return (
    <li>
      <p>
        <Link href={paths.talk(item.id)}>{day}</Link>
        <span className="second">
          {comma}
          {[t(CHANNEL_WORDS[item.channel]), who.join(t(kitWords.and))].filter(Boolean).join(comma)}
          {item.others > 0 && ` ${t(searchWords.others, { count: item.others })}`}
        </span>
      </p>
      {item.lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- sentences of one text, in their order
        <p key={index} className="voice search-line">
          {line.map((piece, at) =>
            piece.hit ? (
              // oxlint-disable-next-line react/no-array-index-key -- pieces of one sentence, in their order
              <mark key={at}>{piece.text}</mark>
            ) : (
              piece.text
            ),
          )}
        </p>
      ))}
    </li>
  );
}

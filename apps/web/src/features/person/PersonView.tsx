import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { sayDay } from '../../kit/dates.ts';
import { usePhone } from '../../kit/media.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { PERSON_FACT_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { Outlook } from './Outlook.tsx';
import { Pairs } from './Pairs.tsx';
import { sayPost, type PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';
import { recordWords } from './record.words.ts';
import { useSearchState } from '../../app/address.ts';
import { Readers } from './Readers.tsx';
import { Standings } from './Standings.tsx';

export type PersonViewProps = {
  readonly record: PersonReply;
  /** Beside the telephone: what a later room offers to do, such as noting a talk. */
  readonly actions?: ReactNode;
  /** Between the first fold and the record: what a later room knows, such as the last talk. */
  readonly children?: ReactNode;
};

/** A person’s whole record; the first fold is what one needs a minute before a talk. */
export function PersonView({ record, actions, children }: PersonViewProps) {
  return (
    <div className="record">
      {record.deceased ? <Passed record={record} /> : <CallButtons record={record} actions={actions} />}
      {children}
      {record.representative && <Standings record={record} whole />}
      <Outlook record={record} />
      {(record.posts.length > 0 || record.can.includes('addPost')) && <Posts record={record} />}
      <Pairs record={record} />
      <OwnFacts record={record} />
      <Readers record={record} />
    </div>
  );
}

function CallButtons({ record, actions }: { readonly record: PersonReply; readonly actions: ReactNode }) {
  const t = useWords();
  const { person } = useSession();
  // Where nothing can be dialled the number itself stands below.
  const call = usePhone() && record.phone !== null && person.id !== record.id;
  if (!call && !actions) return null;
  return (
    <div className="call">
      {call && (
        <LinkButton
          look="primary"
          href={`tel:${record.phone?.replace(/[^+\d]/g, '') ?? ''}`}
          aria-label={t(personWords.callNumber, { phone: record.phone ?? '' })}
        >
          <Icon name="phone" />
          {t(personWords.call)}
        </LinkButton>
      )}
      {actions}
    </div>
  );
}

function Posts({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const { setSearch } = useSearchState();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <section>
      <div className="sec ruled">
        <h3>{t(personWords.posts)}</h3>
        {record.can.includes('addPost') && (
          <span className="meta">
            <button type="button" className="link" onClick={() => setSearch({ sheet: 'post' })}>
              {t(recordWords.addPost)}
            </button>
          </span>
        )}
      </div>
      <ul className="pairs">
        {record.posts.map((post) => (
          <li className="row apart" key={post.id}>
            <span>
              {sayPost(post, t)} <span className="meta">{post.unit.name}</span>
              {record.can.includes('update') && (
                <button
                  type="button"
                  className="link meta"
                  aria-label={t(recordWords.changePost, { title: post.title })}
                  onClick={() => setSearch({ sheet: 'post', post: post.id })}
                >
                  {t(personWords.change)}
                </button>
              )}
            </span>
            <span className="meta nb">
              {post.endsOn !== null && post.endsOn <= today
                ? t(personWords.postOver)
                : post.startsOn && t(personWords.since, { from: sayDay(post.startsOn, { language, today }) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In place of what could be done with somebody who can be called: that they have died, and that the record stays. */
function Passed({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const on = record.deceased?.on;
  return (
    <p className="voice">
      {on
        ? t(recordWords.deceasedOn, { name: record.name, on: sayDay(on, { language, today }) })
        : t(recordWords.deceased, { name: record.name })}
      <br />
      <span className="second">{t(recordWords.deceasedKept)}</span>
    </p>
  );
}

/** What is held besides: the number, what tells namesakes apart, circumstances that the office confirmed. */
function OwnFacts({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { setSearch } = useSearchState();
  const editable = record.can.includes('update');
  const facts = record.facts.map((fact) => {
    const from = fact.startsOn && sayDay(fact.startsOn, { language, today });
    const until = fact.endsOn && sayDay(addDays(fact.endsOn, -1), { language, today });
    const time = from && until ? t(personWords.fromTo, { from, until }) : from && t(personWords.since, { from });
    return {
      id: fact.id,
      text: t(personWords.fact, { kind: t(PERSON_FACT_WORDS[fact.kind]), written: fact.written }),
      time,
    };
  });
  if (record.phone === null && record.birthMonth === null && facts.length === 0) return null;
  return (
    <dl className="facts">
      {record.phone !== null && (
        <div>
          <dt>{t(personWords.phone)}</dt>
          <dd className="num">{record.phone}</dd>
        </div>
      )}
      {record.birthMonth !== null && (
        <div>
          <dt>{t(personWords.birthMonth)}</dt>
          <dd>
            {record.birthMonth} <span className="meta">{t(personWords.birthMonthHint)}</span>
          </dd>
        </div>
      )}
      {facts.map((fact) => (
        <div key={fact.id}>
          <dt>{t(personWords.facts)}</dt>
          <dd>
            {fact.text} <span className="meta">{fact.time}</span>
            {editable && (
              <button
                type="button"
                className="link meta"
                aria-label={t(recordWords.changeFact)}
                onClick={() => setSearch({ sheet: 'fact', fact: fact.id })}
              >
                {t(personWords.change)}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

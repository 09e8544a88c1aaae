import {
  closeFeed,
  listOwnTalks,
  nameInFeed,
  openFeed,
  readFeed,
  takeEvent,
} from '@zhengyou/domain/notice/feed.contract.ts';
import { dateInZone, parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useId, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { useDownload } from '../../app/use-download.ts';
import { Button } from '../../kit/Button.tsx';
import { sayDay, sayMoment, sayTime } from '../../kit/dates.ts';
import { useToast } from '../../kit/Toast.tsx';
import { feedPageWords } from './feed.words.ts';

type Feed = ReplyOf<typeof readFeed>;

/** On one's own page: a private calendar address, shown once, without names unless one says so. */
export default function OwnCalendar() {
  const t = useWords();
  const feed = useCall(readFeed, {});
  const make = useChange(openFeed);
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(feedPageWords.title)}</h2>
      </div>
      <Answer of={feed} loading={{ rows: 2, height: 44 }}>
        {(reply) => (
          <div className="stack">
            {make.data ? (
              <Shown path={make.data.path} />
            ) : reply.open ? (
              <OpenNote feed={reply} />
            ) : (
              <p>{t(feedPageWords.none)}</p>
            )}
            {reply.open && <Names feed={reply} />}
            {make.isError && <CallErrorNote error={make.error} />}
            <div className="row">
              <Button busy={make.isPending} onClick={() => make.mutate({})}>
                {t(reply.open ? feedPageWords.again : feedPageWords.make)}
              </Button>
              {reply.open && <CloseButton feed={reply} onClosed={() => make.reset()} />}
            </div>
            {reply.open && <p className="meta">{t(feedPageWords.againHint)}</p>}
            <OwnTalks />
          </div>
        )}
      </Answer>
    </section>
  );
}

function OpenNote({ feed }: { readonly feed: Feed }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = feed.askedAt === null ? null : new Date(feed.askedAt);
  const opened = feed.openedAt === null ? today : dateInZone(new Date(feed.openedAt), zone);
  return (
    <p>
      {t(feedPageWords.open, { day: sayDay(opened, { language, today }) })}{' '}
      {at === null
        ? t(feedPageWords.neverAsked)
        : t(feedPageWords.asked, { at: sayMoment(dateInZone(at, zone), sayTime(at, zone), { language, today }) })}
    </p>
  );
}

/** The address stands here until the page is left; nobody can show it again. */
function Shown({ path }: { readonly path: string }) {
  const t = useWords();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}${path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className="stack">
      <p>{t(feedPageWords.once)}</p>
      <label htmlFor={id}>{t(feedPageWords.address)}</label>
      <textarea
        id={id}
        className="input wrap-any"
        readOnly
        rows={3}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="row">
        <Button look="primary" onClick={() => void copy().catch(() => setCopied(false))}>
          {t(copied ? feedPageWords.copied : feedPageWords.copy)}
        </Button>
        <a className="link" href={address.replace(/^https?:/, 'webcal:')}>
          {t(feedPageWords.subscribe)}
        </a>
      </div>
    </div>
  );
}

function Names({ feed }: { readonly feed: Feed }) {
  const t = useWords();
  const toast = useToast();
  const change = useChange(nameInFeed);
  const id = useId();
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          aria-describedby={id}
          checked={feed.names}
          disabled={change.isPending}
          onChange={(event) =>
            change.mutate(
              { body: { names: event.target.checked }, ifMatch: feed.version },
              {
                onSuccess: ({ names }) => toast({ text: t(names ? feedPageWords.namesOn : feedPageWords.namesOff) }),
              },
            )
          }
        />
        {t(feedPageWords.names)}
      </label>
      <p id={id} className="meta">
        {t(feedPageWords.namesMeaning)}
      </p>
      {change.isError && <CallErrorNote error={change.error} />}
    </div>
  );
}

function CloseButton({ feed, onClosed }: { readonly feed: Feed; readonly onClosed: () => void }) {
  const t = useWords();
  const toast = useToast();
  const close = useChange(closeFeed);
  return (
    <>
      <Button
        look="quiet"
        busy={close.isPending}
        onClick={() =>
          close.mutate(
            { ifMatch: feed.version },
            {
              onSuccess: () => {
                onClosed();
                toast({ text: t(feedPageWords.closed) });
              },
            },
          )
        }
      >
        {t(feedPageWords.close)}
      </Button>
      {close.isError && <CallErrorNote error={close.error} />}
    </>
  );
}

function OwnTalks() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const talks = useCall(listOwnTalks, {});
  const file = useDownload(takeEvent, 'talk.ics');
  const items = talks.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      <p className="muted">{t(feedPageWords.talks)}</p>
      <ul>
        {items.map((one) => (
          <li key={one.event}>
            <button type="button" className="link" onClick={() => void file.download({ params: { event: one.event } })}>
              {t(feedPageWords.take, {
                day: sayDay(parsePlainDate(one.on) ?? today, { language, today }),
                at: one.at === null ? '' : ` ${one.at}`,
              })}
            </button>
            {one.who !== null && <span className="muted"> {one.who}</span>}
          </li>
        ))}
      </ul>
      {file.error !== null && <CallErrorNote error={file.error} />}
    </div>
  );
}

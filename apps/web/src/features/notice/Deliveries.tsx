import { listDeliveries, settleDelivery, type Delivery } from '@zhengyou/domain/notice/channel.contract.ts';
import type { DeliveryStatus } from '@zhengyou/domain/notice/notice.ts';
import {
  CHANNEL_NAMES,
  DELIVERY_STATUS_WORDS,
  EVENT_WORDS,
  PURPOSE_WORDS,
  TROUBLE_WORDS,
} from '@zhengyou/domain/notice/notice.words.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSayWhen } from '../../app/use-say-when.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import type { MarkState } from '../../kit/state.ts';
import { channelWords } from './channel.words.ts';

const SHOWS = ['all', 'waiting', 'stuck'] as const;
type Show = (typeof SHOWS)[number];
const LABELS = { all: channelWords.outAll, waiting: channelWords.outWaiting, stuck: channelWords.outStuck };

const MARKS: Readonly<Record<DeliveryStatus, MarkState>> = {
  waiting: 'onTrack',
  sending: 'dueSoon',
  sent: 'met',
  unknown: 'due',
  failed: 'late',
  dropped: 'excused',
};
const AGAIN_MS = 3_000;
const isEvent = (text: string): text is keyof typeof EVENT_WORDS => text in EVENT_WORDS;

/** What went out, to whom and how it went; never what it said. What a person has to look at can be tried again or left. */
export function Deliveries() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const show = SHOWS.find((one) => one === search['show']) ?? 'all';
  const list = useCall(
    listDeliveries,
    { query: { show, limit: 30 } },
    {
      keepPrevious: true,
      askAgainAfter: (reply) =>
        reply?.items.some((one) => one.status === 'sending' || (one.purpose === 'test' && one.status === 'waiting'))
          ? AGAIN_MS
          : false,
    },
  );
  return (
    <section>
      <div className="sec">
        <h2 id="out">{t(channelWords.out)}</h2>
      </div>
      <ChoiceChips
        labelledBy="out"
        options={SHOWS.map((value) => ({ value, label: t(LABELS[value]) }))}
        value={show}
        onChange={(next: Show) => setSearch({ show: next === 'all' ? undefined : next })}
      />
      <Answer of={list} loading={{ rows: 3, height: 44 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(channelWords.outNone)} />
          ) : (
            <ul className="channel-lines">
              {items.map((one) => (
                <DeliveryLine key={`${one.id} ${one.version}`} one={one} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function DeliveryLine({ one }: { readonly one: Delivery }) {
  const t = useWords();
  const { moment } = useSayWhen();
  const settle = useChange(settleDelivery);
  const act = (action: 'again' | 'drop') =>
    settle.mutate({ params: { deliveryId: one.id }, body: { action, version: one.version } });
  const facts = [
    one.webhook ?? t(CHANNEL_NAMES[one.channel]),
    one.event !== null && isEvent(one.event) ? t(EVENT_WORDS[one.event]) : t(PURPOSE_WORDS[one.purpose]),
    moment(one.sentAt ?? one.createdAt),
    one.attempts > 1 && t(channelWords.attempts, { count: one.attempts }),
  ].filter(Boolean);
  return (
    <li>
      <div>
        {one.person !== null && <b>{one.person} </b>}
        <StateChip state={MARKS[one.status]} word={t(DELIVERY_STATUS_WORDS[one.status])} />
        <p className="meta">{facts.join(' · ')}</p>
        {one.trouble !== null && one.status !== 'sent' && (
          <p className="second">
            {t(TROUBLE_WORDS[one.trouble])}
            {one.troubleDetail !== null &&
              /\d/.test(one.troubleDetail) &&
              t(channelWords.answered, { detail: one.troubleDetail })}
          </p>
        )}
        {settle.isError && <CallErrorNote error={settle.error} />}
      </div>
      {one.can.length > 0 && (
        <div className="acts">
          {one.can.includes('drop') && (
            <Button small look="quiet" busy={settle.isPending} onClick={() => act('drop')}>
              {t(channelWords.drop)}
            </Button>
          )}
          {one.can.includes('again') && (
            <Button small busy={settle.isPending} onClick={() => act('again')}>
              {t(channelWords.again)}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

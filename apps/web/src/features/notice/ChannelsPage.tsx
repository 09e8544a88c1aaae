import { readHealth } from '@zhengyou/domain/notice/channel.contract.ts';
import { WAYS, type Way } from '@zhengyou/domain/notice/notice.ts';
import { CHANNEL_NAMES } from '@zhengyou/domain/notice/notice.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { StateChip } from '../../kit/StateChip.tsx';
import { ChannelLine } from './ChannelLine.tsx';
import { ChannelSheet } from './ChannelSheet.tsx';
import { channelWords } from './channel.words.ts';
import { Deliveries } from './Deliveries.tsx';
import { HouseSheet } from './HouseSheet.tsx';
import { Webhooks } from './Webhooks.tsx';
import './notice.css';

export type Health = ReplyOf<typeof readHealth>;
export type ChannelShown = Health['channels'][number];

/** Often enough that a test that was sent is seen to arrive. */
const AGAIN_MS = 5_000;
const RESTING_MS = 60_000;

/** How reminders leave the house, and how they do: what is wrong first. */
export function ChannelsPage() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const health = useCall(
    readHealth,
    {},
    { askAgainAfter: (reply) => (reply?.channels.some((one) => one.waiting > 0) ? AGAIN_MS : RESTING_MS) },
  );
  const { data } = health;
  const close = () => setSearch({ set: undefined }, { replace: true });
  const set = search['set'];
  const channel = data?.channels.find((one) => one.channel === set);
  return (
    <Page title={t(channelWords.title)} lead={data ? <Lead health={data} /> : t(channelWords.title)} width="narrow">
      <Answer of={health} loading={{ rows: 5, height: 56 }}>
        {(reply) => (
          <div className="channels">
            <section>
              <div className="sec ruled">
                <h2>{t(channelWords.channels)}</h2>
                <span className="meta">
                  <WorkerChip worker={reply.worker} />
                </span>
              </div>
              <ul className="channel-lines">
                {reply.channels
                  .filter((one) => one.channel !== 'webhook' || one.enabled)
                  .map((one) => (
                    <ChannelLine key={one.channel} channel={one} onSet={() => setSearch({ set: one.channel })} />
                  ))}
              </ul>
            </section>
            <HouseFacts house={reply.house} onChange={() => setSearch({ set: 'house' })} />
            <Deliveries />
            <Webhooks />
          </div>
        )}
      </Answer>
      {channel && isWay(channel.channel) && (
        <ChannelSheet key={channel.channel} channel={channel} way={channel.channel} onClose={close} />
      )}
      {set === 'house' && data && <HouseSheet house={data.house} onClose={close} />}
    </Page>
  );
}

const isWay = (channel: string): channel is Way => (WAYS as readonly string[]).includes(channel);

function Lead({ health: { worker, channels } }: { readonly health: Health }) {
  const t = useWords();
  if (worker.state === 'silent') return t(channelWords.leadSilent, { minutes: worker.minutes ?? 0 });
  if (worker.state === 'never') return t(channelWords.leadNever);
  const wrong = channels.filter(({ state }) => state === 'failing' || state === 'late');
  if (wrong.length > 0)
    return t(channelWords.leadTrouble, {
      channels: wrong.map(({ channel }) => t(CHANNEL_NAMES[channel])).join(t(kitWords.and)),
    });
  return t(channels.some((one) => one.enabled) ? channelWords.leadWell : channelWords.leadNone);
}

function WorkerChip({ worker: { state, minutes } }: Pick<Health, 'worker'>) {
  const t = useWords();
  const word =
    state === 'never'
      ? t(channelWords.workerNever)
      : state === 'silent'
        ? t(channelWords.workerSilent, { minutes: minutes ?? 0 })
        : (minutes ?? 0) < 2
          ? t(channelWords.workerNow)
          : t(channelWords.workerAlive, { minutes: minutes ?? 0 });
  return (
    <>
      {t(channelWords.worker)} <StateChip state={state === 'alive' ? 'met' : 'late'} word={word} />
    </>
  );
}

function HouseFacts({ house, onChange }: Pick<Health, 'house'> & { readonly onChange: () => void }) {
  const t = useWords();
  const facts = [
    [channelWords.names, t(house.names ? channelWords.namesOn : channelWords.namesOff)],
    [channelWords.quiet, t(channelWords.quietHours, house.quiet)],
    [channelWords.address, house.address ?? t(channelWords.addressNone)],
  ] as const;
  return (
    <section>
      <div className="sec">
        <h2>{t(channelWords.house)}</h2>
        <span className="meta">
          <Button look="text" small onClick={onChange}>
            {t(channelWords.houseChange)}
          </Button>
        </span>
      </div>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label.zh}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { listWebhooks, removeWebhook, rotateWebhook } from '@zhengyou/domain/notice/channel.contract.ts';
import { EVENT_WORDS } from '@zhengyou/domain/notice/notice.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSayWhen } from '../../app/use-say-when.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { channelWords } from './channel.words.ts';
import { SecretNote, WebhookSheet } from './WebhookSheet.tsx';

export type Webhook = ReplyOf<typeof listWebhooks>['items'][number];

/** Other programs that are told: each with its events, its secret that can be changed, and how it does. */
export function Webhooks() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const list = useCall(listWebhooks, {});
  const at = search['hook'];
  const chosen = list.data?.items.find((one) => one.id === at);
  const close = () => setSearch({ hook: undefined }, { replace: true });
  return (
    <section>
      <div className="sec">
        <h2>{t(channelWords.hooks)}</h2>
        <span className="meta">
          <Button small look="text" onClick={() => setSearch({ hook: 'new' })}>
            {t(channelWords.hookAdd)}
          </Button>
        </span>
      </div>
      <p className="second">{t(channelWords.hooksAbout)}</p>
      <Answer of={list} loading={{ rows: 2, height: 44 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(channelWords.hookNone)} />
          ) : (
            <ul className="channel-lines">
              {items.map((one) => (
                <WebhookLine key={one.id} hook={one} onChange={() => setSearch({ hook: one.id })} />
              ))}
            </ul>
          )
        }
      </Answer>
      {at === 'new' && <WebhookSheet onClose={close} />}
      {chosen && <WebhookSheet key={chosen.id} hook={chosen} onClose={close} />}
    </section>
  );
}

type WebhookLineProps = { readonly hook: Webhook; readonly onChange: () => void };

function WebhookLine({ hook, onChange }: WebhookLineProps) {
  const t = useWords();
  const { moment } = useSayWhen();
  const rotate = useChange(rotateWebhook);
  const remove = useChange(removeWebhook);
  const [sure, setSure] = useState<'rotate' | 'remove'>();
  const [secret, setSecret] = useState<string>();
  const params = { webhookId: hook.id };
  const error = rotate.error ?? remove.error;
  const facts = [
    hook.lastSentAt && t(channelWords.lastWell, { moment: moment(hook.lastSentAt) }),
    hook.stuck > 0 && t(channelWords.stuck, { count: hook.stuck }),
    hook.secretBeforeUntil && t(channelWords.hookSecretBefore, { moment: moment(hook.secretBeforeUntil) }),
  ].filter(Boolean);
  const onRotate = () =>
    sure === 'rotate'
      ? rotate.mutate(
          { params, body: {} },
          {
            onSuccess: (made) => {
              setSecret(made.secret);
              setSure(undefined);
            },
          },
        )
      : setSure('rotate');
  const onRemove = () => (sure === 'remove' ? remove.mutate({ params, ifMatch: hook.version }) : setSure('remove'));
  return (
    <li className="hook">
      <div>
        <b>{hook.name}</b> {!hook.enabled && <StateChip state="excused" word={t(channelWords.hookRests)} />}
        <p className="meta hook-url">{hook.url}</p>
        <p className="meta">{hook.events.map((event) => t(EVENT_WORDS[event])).join(' · ')}</p>
        {facts.length > 0 && <p className="meta">{facts.join(' · ')}</p>}
        {secret !== undefined && <SecretNote secret={secret} onDone={() => setSecret(undefined)} />}
        {error && <CallErrorNote error={error} />}
      </div>
      <div className="acts">
        <Button small look="quiet" busy={remove.isPending} onClick={onRemove}>
          {t(sure === 'remove' ? channelWords.hookRemoveSure : channelWords.hookRemove)}
        </Button>
        <Button small look="text" busy={rotate.isPending} onClick={onRotate}>
          {t(sure === 'rotate' ? channelWords.hookRotateSure : channelWords.hookRotate)}
        </Button>
        <Button small onClick={onChange}>
          {t(channelWords.hookChange)}
        </Button>
      </div>
    </li>
  );
}

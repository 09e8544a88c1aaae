import { addWebhook, changeWebhook } from '@zhengyou/domain/notice/channel.contract.ts';
import { WEBHOOK_EVENTS, type WebhookEvent } from '@zhengyou/domain/notice/notice.ts';
import { EVENT_WORDS } from '@zhengyou/domain/notice/notice.words.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tick } from './ChannelSheet.tsx';
import { channelWords } from './channel.words.ts';
import type { Webhook } from './Webhooks.tsx';

type WebhookSheetProps = { readonly hook?: Webhook; readonly onClose: () => void };

/** Adds another program, or changes what it is told. A new one's secret is shown here, this once. */
export function WebhookSheet({ hook, onClose }: WebhookSheetProps) {
  const t = useWords();
  const add = useChange(addWebhook);
  const change = useChange(changeWebhook);
  const [name, setName] = useState(hook?.name ?? '');
  const [url, setUrl] = useState(hook?.url ?? '');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(hook?.events ?? []);
  const [enabled, setEnabled] = useState(hook?.enabled ?? true);
  const error = add.error ?? change.error;
  const ready = name.trim() !== '' && url.trim() !== '' && events.length > 0;
  const save = () => {
    const body = { name: name.trim(), url: url.trim(), events: [...events] };
    if (hook)
      change.mutate(
        { params: { webhookId: hook.id }, ifMatch: hook.version, body: { ...body, enabled } },
        { onSuccess: onClose },
      );
    else add.mutate({ body });
  };
  const made = add.data;
  return (
    <Sheet
      title={t(hook ? channelWords.hookChange : channelWords.hookAdd)}
      onClose={onClose}
      foot={
        made ? undefined : (
          <>
            {error && <CallErrorNote error={error} />}
            <Button look="primary" wide disabled={!ready} busy={add.isPending || change.isPending} onClick={save}>
              {t(channelWords.save)}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <SecretNote secret={made.secret} onDone={onClose} />
      ) : (
        <div className="stack sheet-form">
          <Field label={t(channelWords.hookName)}>
            {(control) => (
              <input
                className="input"
                maxLength={60}
                {...control}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={t(channelWords.hookUrl)} hint={t(channelWords.hookUrlHint)}>
            {(control) => (
              <input
                className="input"
                type="url"
                placeholder="https://"
                {...control}
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
          <fieldset className="ticks">
            <legend>{t(channelWords.hookEvents)}</legend>
            {WEBHOOK_EVENTS.map((event) => (
              <Tick
                key={event}
                label={t(EVENT_WORDS[event])}
                on={events.includes(event)}
                onChange={(on) => setEvents(on ? [...events, event] : events.filter((one) => one !== event))}
              />
            ))}
          </fieldset>
          {hook && <Tick label={t(channelWords.enabled)} on={enabled} onChange={setEnabled} />}
        </div>
      )}
    </Sheet>
  );
}

export function SecretNote({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const t = useWords();
  return (
    <div className="well secret-note">
      <b>{t(channelWords.hookSecret)}</b>
      <code>{secret}</code>
      <p className="second">{t(channelWords.hookSecretAbout)}</p>
      <Button small onClick={onDone}>
        {t(channelWords.copied)}
      </Button>
    </div>
  );
}

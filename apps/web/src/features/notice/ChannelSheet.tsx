import { CHANNEL_FIELDS, type ChannelConfig } from '@zhengyou/domain/notice/channel-config.ts';
import { keepChannel } from '@zhengyou/domain/notice/channel.contract.ts';
import type { Way } from '@zhengyou/domain/notice/notice.ts';
import { CHANNEL_NAMES } from '@zhengyou/domain/notice/notice.words.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { CallRefused } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { channelWords } from './channel.words.ts';
import type { ChannelShown } from './ChannelsPage.tsx';

type ChannelSheetProps = { readonly channel: ChannelShown; readonly way: Way; readonly onClose: () => void };
type TextField = Exclude<(typeof CHANNEL_FIELDS)[Way][number], 'security'>;

const SECURITIES = [
  ['starttls', channelWords.starttls],
  ['tls', channelWords.tls],
  ['none', channelWords.plain],
] as const;

/** Sets up one channel. The secret can be written and not read: an empty field leaves the one that is kept. */
export function ChannelSheet({ channel, way, onClose }: ChannelSheetProps) {
  const t = useWords();
  const toast = useToast();
  const keep = useChange(keepChannel);
  const [enabled, setEnabled] = useState(channel.enabled);
  const [config, setConfig] = useState<ChannelConfig>(channel.config);
  const [secret, setSecret] = useState('');
  const set = (change: Partial<ChannelConfig>) => setConfig({ ...config, ...change });
  const refusedField = keep.error instanceof CallRefused ? keep.error.problem.field : undefined;
  const save = () =>
    keep.mutate(
      { params: { channel: way }, ifMatch: channel.version, body: { enabled, config, ...(secret && { secret }) } },
      {
        onSuccess: () => {
          toast({ text: t(channelWords.saved) });
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t(channelWords.setUpOf, { channel: t(CHANNEL_NAMES[way]) })}
      onClose={onClose}
      foot={
        <>
          {keep.isError && <CallErrorNote error={keep.error} />}
          <Button look="primary" wide busy={keep.isPending} onClick={save}>
            {t(channelWords.save)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        <Tick label={t(channelWords.enabled)} on={enabled} onChange={setEnabled} />
        {CHANNEL_FIELDS[way].map((field) =>
          field === 'security' ? (
            <Field key={field} label={t(channelWords.security)}>
              {(control) => (
                <select
                  className="input"
                  {...control}
                  value={config.security}
                  onChange={(event) => set({ security: event.target.value as ChannelConfig['security'] })}
                >
                  {SECURITIES.map(([value, label]) => (
                    <option key={value} value={value}>
                      {t(label)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : (
            <TextOf
              key={field}
              field={field}
              value={config[field]}
              wrong={refusedField === field}
              onChange={(value) => set({ [field]: value })}
            />
          ),
        )}
        <Field
          label={t(way === 'email' ? channelWords.password : channelWords.secret)}
          {...(channel.hasSecret && { hint: t(channelWords.secretKept) })}
          optional={way === 'email'}
        >
          {(control) => (
            <input
              className="input"
              type="password"
              autoComplete="new-password"
              {...control}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
        <Tick label={t(channelWords.byLogin)} on={config.byLogin} onChange={(byLogin) => set({ byLogin })} />
        {config.byLogin && (
          <Field label={t(channelWords.domain)} hint={t(channelWords.domainHint)} optional>
            {(control) => (
              <input
                className="input"
                {...control}
                value={config.domain}
                onChange={(event) => set({ domain: event.target.value })}
              />
            )}
          </Field>
        )}
        {way === 'wecom' && <p className="second">{t(channelWords.trusted)}</p>}
      </div>
    </Sheet>
  );
}

type TextOfProps = {
  readonly field: TextField;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
};

function TextOf({ field, value, wrong, onChange }: TextOfProps) {
  const t = useWords();
  return (
    <Field
      label={t(channelWords[field])}
      {...(field === 'from' && { hint: t(channelWords.fromHint) })}
      optional={field === 'user'}
    >
      {(control) => (
        <input
          className="input"
          {...control}
          aria-invalid={wrong || undefined}
          inputMode={field === 'port' || field === 'agentId' ? 'numeric' : 'text'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TickProps = { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void };

export function Tick({ label, on, onChange }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

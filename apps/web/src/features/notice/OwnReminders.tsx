import { keepOwnReminders, readOwnReminders } from '@zhengyou/domain/notice/notice.contract.ts';
import type { Way } from '@zhengyou/domain/notice/notice.ts';
import { CHANNEL_NAMES } from '@zhengyou/domain/notice/notice.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { channelWords } from './channel.words.ts';
import { Tick } from './ChannelSheet.tsx';
import { QuietFields } from './QuietFields.tsx';

type Own = ReplyOf<typeof readOwnReminders>;

/** What comes to me, by which way, and when I am left in peace. */
export function OwnReminders() {
  const own = useCall(readOwnReminders, {});
  return (
    <Answer of={own} loading={{ rows: 3, height: 48 }}>
      {(reply) => <OwnForm key={reply.version} own={reply} />}
    </Answer>
  );
}

function OwnForm({ own }: { readonly own: Own }) {
  const t = useWords();
  const toast = useToast();
  const keep = useChange(keepOwnReminders);
  const { version, house, ...kept } = own;
  const [draft, setDraft] = useState(kept);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const changed = JSON.stringify(draft) !== JSON.stringify(kept);
  const save = () =>
    keep.mutate({ ifMatch: version, body: draft }, { onSuccess: () => toast({ text: t(channelWords.saved) }) });
  return (
    <form
      className="stack own-reminders"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Tick label={t(channelWords.digest)} on={draft.digest} onChange={(digest) => set({ digest })} />
      <Tick label={t(channelWords.extra)} on={draft.extra} onChange={(extra) => set({ extra })} />
      {house.ways.length > 0 && (
        <Field
          label={t(channelWords.way)}
          side="left"
          hint={
            house.wayNow ? t(channelWords.wayNow, { way: t(CHANNEL_NAMES[house.wayNow]) }) : t(channelWords.wayNowNone)
          }
        >
          {(control) => (
            <select
              className="input"
              {...control}
              value={draft.way ?? ''}
              onChange={(event) =>
                set({ way: event.target.value === '' ? null : (event.target.value as Way | 'none') })
              }
            >
              <option value="">{t(channelWords.wayHouse)}</option>
              {house.ways.map((way) => (
                <option key={way} value={way}>
                  {t(CHANNEL_NAMES[way])}
                </option>
              ))}
              <option value="none">{t(channelWords.wayNone)}</option>
            </select>
          )}
        </Field>
      )}
      {house.ways.length === 0 && <p className="second">{t(channelWords.wayNowNone)}</p>}
      {house.ways.map((way) => (
        <Field
          key={way}
          side="left"
          label={
            way === 'email' ? t(channelWords.addressEmail) : t(channelWords.addressOf, { way: t(CHANNEL_NAMES[way]) })
          }
        >
          {(control) => (
            <input
              className="input"
              type={way === 'email' ? 'email' : 'text'}
              autoComplete={way === 'email' ? 'email' : 'off'}
              {...control}
              value={draft.addresses[way]}
              onChange={(event) => set({ addresses: { ...draft.addresses, [way]: event.target.value.trim() } })}
            />
          )}
        </Field>
      ))}
      <Tick
        label={t(channelWords.ownQuiet)}
        on={draft.quiet !== null}
        onChange={(on) => set({ quiet: on ? house.quiet : null })}
      />
      {draft.quiet ? (
        <QuietFields quiet={draft.quiet} onChange={(quiet) => set({ quiet })} />
      ) : (
        <p className="meta">{t(channelWords.ownQuietHouse, house.quiet)}</p>
      )}
      {keep.isError && <CallErrorNote error={keep.error} />}
      {changed && (
        <Button type="submit" busy={keep.isPending}>
          {t(channelWords.save)}
        </Button>
      )}
    </form>
  );
}

import { testChannel } from '@zhengyou/domain/notice/channel.contract.ts';
import type { ChannelState } from '@zhengyou/domain/notice/sending.ts';
import { CHANNEL_NAMES, TROUBLE_WORDS } from '@zhengyou/domain/notice/notice.words.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSayWhen } from '../../app/use-say-when.ts';
import { Button } from '../../kit/Button.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import type { MarkState } from '../../kit/state.ts';
import { useToast } from '../../kit/Toast.tsx';
import { channelWords } from './channel.words.ts';
import type { ChannelShown } from './ChannelsPage.tsx';

const MARKS: Readonly<Record<ChannelState, MarkState>> = {
  off: 'excused',
  unused: 'onTrack',
  well: 'met',
  failing: 'late',
  late: 'late',
};

type ChannelLineProps = { readonly channel: ChannelShown; readonly onSet: () => void };

/** One way out of the house: how it does in a word, then what last went well and what did not. */
export function ChannelLine({ channel: one, onSet }: ChannelLineProps) {
  const t = useWords();
  const toast = useToast();
  const { moment } = useSayWhen();
  const test = useChange(testChannel);
  const { channel, state, waiting, oldestWaitingAt, stuck, trouble } = one;
  const facts = [
    one.succeededAt && t(channelWords.lastWell, { moment: moment(one.succeededAt) }),
    waiting > 0 &&
      (oldestWaitingAt
        ? t(channelWords.waitingSince, { count: waiting, moment: moment(oldestWaitingAt) })
        : t(channelWords.waiting, { count: waiting })),
    stuck > 0 && t(channelWords.stuck, { count: stuck }),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <b>{t(CHANNEL_NAMES[channel])}</b> <StateChip state={MARKS[state]} word={t(channelWords[state])} />
        {facts.length > 0 && <p className="meta">{facts.join(' · ')}</p>}
        {trouble !== null && one.failedAt !== null && (state === 'failing' || state === 'late' || stuck > 0) && (
          <p className="second">
            {t(channelWords.lastTrouble, { moment: moment(one.failedAt), trouble: t(TROUBLE_WORDS[trouble]) })}
            {one.troubleDetail !== null &&
              /\d/.test(one.troubleDetail) &&
              t(channelWords.answered, { detail: one.troubleDetail })}
          </p>
        )}
        {test.isError && <CallErrorNote error={test.error} />}
      </div>
      {channel !== 'webhook' && (
        <div className="acts">
          {one.enabled && (
            <Button
              small
              look="text"
              busy={test.isPending}
              onClick={() =>
                test.mutate(
                  { params: { channel }, body: {} },
                  { onSuccess: () => toast({ text: t(channelWords.tested) }) },
                )
              }
            >
              {t(channelWords.test)}
            </Button>
          )}
          <Button small aria-label={t(channelWords.setUpOf, { channel: t(CHANNEL_NAMES[channel]) })} onClick={onSet}>
            {t(channelWords.setUp)}
          </Button>
        </div>
      )}
    </li>
  );
}

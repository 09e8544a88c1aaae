import { readAlarm } from '@zhengyou/domain/notice/channel.contract.ts';
import { CHANNEL_NAMES } from '@zhengyou/domain/notice/notice.words.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { channelWords } from './channel.words.ts';
import './notice.css';

/** One line on the office's first page while reminders do not go out; nothing while they do. */
export function HealthLine() {
  const t = useWords();
  const alarm = useCall(readAlarm, {});
  const { data } = alarm;
  if (!data || (data.worker === 'alive' && data.channels.length === 0)) return null;
  const channels = data.channels.map(({ channel }) => t(CHANNEL_NAMES[channel])).join(t(kitWords.and));
  const word = data.worker === 'alive' ? t(channelWords.alarmChannel, { channels }) : t(channelWords.alarmWorker);
  return (
    <p className="health-line">
      <StateChip state="late" word={word} /> <Link href={paths.channels()}>{t(channelWords.look)}</Link>
    </p>
  );
}

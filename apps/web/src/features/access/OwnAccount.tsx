import { listSessions, revokeSession } from '@zhengyou/domain/access/access.contract.ts';
import { dateInZone } from '@zhengyou/domain/kit/plain-date.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayMoment, sayTime } from '../../kit/dates.ts';
import { useToast } from '../../kit/Toast.tsx';
import { accessWords } from './access.words.ts';
import { ChangePassword } from './ChangePassword.tsx';

type Device = ReplyOf<typeof listSessions>['items'][number];

/** The devices on which one is signed in, and the password. */
export function OwnAccount() {
  const t = useWords();
  const list = useCall(listSessions, {});
  return (
    <>
      <section>
        <div className="sec ruled">
          <h2>{t(accessWords.sessions)}</h2>
        </div>
        <Answer of={list} loading={{ rows: 2, height: 54 }}>
          {({ items }) => <Devices items={items} />}
        </Answer>
      </section>
      {list.data && <ChangePassword account={list.data.account} />}
    </>
  );
}

function Devices({ items }: { readonly items: readonly Device[] }) {
  const t = useWords();
  const toast = useToast();
  const end = useChange(revokeSession);
  return (
    <>
      <ul className="sessions">
        {items.map((item) => (
          <DeviceLine
            key={item.id}
            item={item}
            busy={end.isPending && end.variables.params.sessionId === item.id}
            onEnd={(device) =>
              end.mutate(
                { params: { sessionId: item.id } },
                { onSuccess: () => toast({ text: t(accessWords.ended, { device }) }) },
              )
            }
          />
        ))}
      </ul>
      {end.isError && <CallErrorNote error={end.error} />}
      {items.length > 1 && <p className="meta">{t(accessWords.sessionsHint)}</p>}
    </>
  );
}

type DeviceLineProps = { readonly item: Device; readonly busy: boolean; readonly onEnd: (device: string) => void };

function DeviceLine({ item, busy, onEnd }: DeviceLineProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  // The hour on the wall where this device stands: its owner compares it with what they remember.
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const say = (text: string) => {
    const at = new Date(text);
    return sayMoment(dateInZone(at, zone), sayTime(at, zone), { language, today });
  };
  const device = item.device === '—' ? t(accessWords.unknownDevice) : item.device;
  return (
    <li>
      <div className="grow">
        <div>
          {device}
          {item.current && <span className="muted"> · {t(accessWords.here)}</span>}
        </div>
        <div className="meta">
          {t(item.current ? accessWords.started : accessWords.seen, {
            seen: say(item.seenAt),
            started: say(item.startedAt),
          })}
        </div>
      </div>
      {!item.current && (
        <Button small busy={busy} aria-label={t(accessWords.endOf, { device })} onClick={() => onEnd(device)}>
          {t(accessWords.end)}
        </Button>
      )}
    </li>
  );
}

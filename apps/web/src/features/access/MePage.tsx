import { kitWords } from '../../kit/kit.words.ts';
import { signOut } from '@zhengyou/domain/access/access.contract.ts';
import { roleWords } from '@zhengyou/domain/access/access.words.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { LookControl } from '../../app/LookControl.tsx';
import { Page } from '../../app/page.tsx';
import { appWords } from '../../app/app.words.ts';
import { forgetDevice } from '../../app/offline/device-store.ts';
import { usePending } from '../../app/offline/pending.ts';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Slot } from '../../app/slots.tsx';
import { Button } from '../../kit/Button.tsx';
import { useState } from 'react';
import { accessWords } from './access.words.ts';
import { OwnAccount } from './OwnAccount.tsx';
import { OwnDelegations } from './OwnDelegations.tsx';
import { useEnter } from './use-enter.ts';
import './access.css';

/** Oneself: as whom one is known here, on which devices, and how the pages look. */
export function MePage() {
  const t = useWords();
  const { person, roles } = useSession();
  const enter = useEnter();
  const leave = useChange(signOut);
  const pending = usePending();
  const [sure, setSure] = useState(false);
  const facts = [
    [accessWords.position, person.title],
    [accessWords.unit, person.unit],
    [accessWords.role, roles.map((role) => t(roleWords[role])).join(t(kitWords.and)) || t(accessWords.noRole)],
  ] as const;
  // As a promise, because the page is gone as soon as the session is: a callback of the page's would be gone with it.
  const onLeave = async () => {
    await leave.mutateAsync({});
    await forgetDevice();
    enter(paths.signIn());
  };
  return (
    <Page title={t(appWords.me)} lead={person.name}>
      <div className="own">
        <section>
          <dl className="facts">
            {facts.map(
              ([label, value]) =>
                value && (
                  <div key={label.zh}>
                    <dt>{t(label)}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
        </section>
        <Slot place="me" about={person.id} />
        <OwnDelegations />
        <OwnAccount />
        <section>
          <div className="sec ruled">
            <h2>{t(accessWords.look)}</h2>
          </div>
          <LookControl />
        </section>
        <section>
          {leave.isError && <CallErrorNote error={leave.error} />}
          {sure && pending > 0 && <p role="alert">{t(accessWords.unsent, { count: pending })}</p>}
          <Button
            busy={leave.isPending}
            onClick={() => (pending > 0 && !sure ? setSure(true) : onLeave().catch(() => undefined) /* said above */)}
          >
            {t(sure && pending > 0 ? accessWords.signOutAnyway : accessWords.signOut)}
          </Button>
        </section>
      </div>
    </Page>
  );
}

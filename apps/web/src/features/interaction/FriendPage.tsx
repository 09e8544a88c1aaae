import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { usePathParam } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { PersonHead, PersonName } from '../person/PersonHead.tsx';
import { PersonSheets } from '../person/PersonSheets.tsx';
import { PersonView } from '../person/PersonView.tsx';
import '../person/person.css';
import { BeforeTalk } from './BeforeTalk.tsx';
import { friendWords } from './friend.words.ts';
import { SharedTalks } from './SharedTalks.tsx';
import './year.css';

/** A minute before the talk: call, what was said last, what comes next; below it the whole record. */
export function FriendPage() {
  const t = useWords();
  const { roles } = useSession();
  const id = findId(usePathParam('personId'));
  const back = {
    href: roles.includes('leader') ? paths.friends() : paths.year(),
    label: t(friendWords.title),
  };
  return id === undefined ? (
    <Page title={t(friendWords.title)} back={back} width="narrow">
      <Empty lead={t(friendWords.notFound)} />
    </Page>
  ) : (
    <KnownFriend key={id} id={id} back={back} />
  );
}

type KnownFriendProps = { readonly id: Id; readonly back: { readonly href: string; readonly label: string } };

function KnownFriend({ id, back }: KnownFriendProps) {
  const t = useWords();
  const may = useMay();
  const { person: self } = useSession();
  const openLog = useOverlay(LOG_SHEET);
  const person = useCall(readPerson, { params: { personId: id }, query: {} });
  const year = useCall(
    readYear,
    { query: { person: id, each: 20 } },
    { enabled: may('interaction.readYear') && self.id !== id },
  );
  const rows = year.data?.rows ?? [];
  const own = rows.find((row) => row.leader.id === self.id);
  const first = own ?? rows[0];
  const { data: record } = person;
  return (
    <Page
      title={record?.name ?? t(friendWords.title)}
      lead={record && <PersonName record={record} />}
      sub={record && <PersonHead record={record} />}
      width="narrow"
      back={back}
    >
      <Answer of={person} loading={{ rows: 5, height: 60 }}>
        {(reply) => (
          <>
            <PersonView
              record={reply}
              actions={
                first &&
                may('interaction.log') && (
                  <Button onClick={() => openLog(first.pairingId)}>
                    {t(own ? friendWords.talked : friendWords.log)}
                  </Button>
                )
              }
            >
              {rows.map((row) => (
                <BeforeTalk key={row.pairingId} row={row} alone={rows.length === 1 && own !== undefined} />
              ))}
              <section>
                <div className="sec ruled">
                  <h2 className="friend-head">{t(friendWords.talks)}</h2>
                  <span className="meta">{t(friendWords.talksNote)}</span>
                </div>
                <SharedTalks person={id} />
              </section>
            </PersonView>
            <PersonSheets person={reply} />
          </>
        )}
      </Answer>
    </Page>
  );
}

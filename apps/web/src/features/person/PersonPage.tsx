import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useSearchState, usePathParam } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Slot } from '../../app/slots.tsx';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { InviteButton } from '../access/InviteButton.tsx';
import { SecretaryButton } from '../access/SecretaryButton.tsx';
import { AsOf } from './AsOf.tsx';
import { RecordDeeds } from './RecordDeeds.tsx';
import { PersonHead, PersonName } from './PersonHead.tsx';
import { personWords } from './person.words.ts';
import { PersonSheets } from './PersonSheets.tsx';
import { PersonView } from './PersonView.tsx';
import { idOf } from './use-directory.ts';
import './person.css';

export function PersonPage() {
  const t = useWords();
  const id = idOf(usePathParam('personId'));
  return id === undefined ? (
    <Page title={t(personWords.title)} back={{ href: paths.people(), label: t(personWords.backToPeople) }}>
      <Empty lead={t(personWords.notFound)} />
    </Page>
  ) : (
    <KnownPerson key={id} id={id} />
  );
}

function KnownPerson({ id }: { readonly id: Id }) {
  const t = useWords();
  const may = useMay();
  const { person: self } = useSession();
  const { search, setSearch } = useSearchState();
  const on = parsePlainDate(search['on'] ?? '');
  const person = useCall(readPerson, { params: { personId: id }, query: on ? { on } : {} }, { keepPrevious: true });
  const { data: record } = person;
  const directory = may('person.list');
  return (
    <Page
      title={record?.name ?? t(personWords.title)}
      lead={record && <PersonName record={record} />}
      sub={record && <PersonHead record={record} />}
      width="narrow"
      back={{
        href: directory ? paths.people() : paths.home(),
        label: t(self.id === id ? personWords.own : personWords.backToPeople),
      }}
      actions={
        record && (
          <>
            {self.id !== id && <SecretaryButton personId={id} name={record.name} />}
            {self.id !== id && <InviteButton personId={id} name={record.name} />}
            {record.can.includes('update') && (
              <Button onClick={() => setSearch({ sheet: 'edit' })}>{t(personWords.edit)}</Button>
            )}
          </>
        )
      }
    >
      <Answer of={person} loading={{ rows: 5, height: 60 }}>
        {(reply) => (
          <>
            <AsOf record={reply} />
            <PersonView record={reply} />
            {reply.representative && <Slot place="person" about={id} />}
            <RecordDeeds record={reply} />
            <PersonSheets person={reply} />
          </>
        )}
      </Answer>
    </Page>
  );
}

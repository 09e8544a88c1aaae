import { closeOffice, listOffices } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { OfficeForm } from './OfficeForm.tsx';
import { officeWords } from './office.words.ts';
import { PairingTabs } from './PairingTabs.tsx';
import { pairingWords } from './pairing.words.ts';
import './pair.css';

type Office = ReplyOf<typeof listOffices>['items'][number];

/** Offices that are befriended whoever holds them: who does today, and who befriends them. */
export function OfficesPage() {
  const t = useWords();
  const may = useMay();
  const { search, setSearch } = useSearchState();
  const offices = useCall(listOffices, { query: {} });
  const count = offices.data?.items.length;
  const mayAdd = may('pairing.createOffice');
  return (
    <Page
      title={t(officeWords.title)}
      lead={count === undefined ? undefined : count === 0 ? t(officeWords.none) : t(officeWords.lead, { count })}
      sub={t(officeWords.sub)}
      width="wide"
      actions={
        mayAdd && (
          <Button look="primary" onClick={() => setSearch({ sheet: 'office' })}>
            {t(officeWords.add)}
          </Button>
        )
      }
    >
      <PairingTabs here="offices" />
      <Answer of={offices} loading={{ rows: 4, height: 64 }}>
        {({ items }) => (
          <ul className="lines">
            {items.map((office) => (
              <OfficeLine key={office.id} office={office} />
            ))}
          </ul>
        )}
      </Answer>
      {mayAdd && search['sheet'] === 'office' && <OfficeForm onClose={() => setSearch({ sheet: undefined })} />}
    </Page>
  );
}

function OfficeLine({ office }: { readonly office: Office }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const close = useChange(closeOffice);
  const called = (name: string | null) => name ?? t(pairingWords.someone);
  const holders = office.holders.map(({ name, until }) =>
    until === null
      ? called(name)
      : t(officeWords.until, { name: called(name), day: sayDay(addDays(until, -1), { language, today }) }),
  );
  return (
    <li>
      <span className="grow">
        <span className="strong">{office.name}</span> {office.clause !== null && <ClauseMark clause={office.clause} />}
        <br />
        <span className="second">
          {t(officeWords.holder)} {holders.length === 0 ? t(officeWords.vacant) : holders.join(t(kitWords.comma))}
        </span>
        <br />
        <span className="meta">
          <Link href={paths.portfolio(office.leader.id)}>{called(office.leader.name)}</Link>
          {t(kitWords.comma)}
          {office.pairing ? (
            <Link href={paths.pairing(office.pairing.id)}>
              {t(officeWords.pair, { name: called(office.pairing.representative.name) })}
            </Link>
          ) : (
            t(officeWords.notPaired)
          )}
        </span>
        {close.error && <CallErrorNote error={close.error} />}
      </span>
      {office.can.includes('close') && (
        <Button
          small
          look="quiet"
          busy={close.isPending}
          aria-label={t(officeWords.closeOf, { name: office.name })}
          onClick={() =>
            close.mutate(
              { params: { officeId: office.id }, ifMatch: office.version },
              { onSuccess: () => toast({ text: t(officeWords.closed) }) },
            )
          }
        >
          {t(officeWords.close)}
        </Button>
      )}
    </li>
  );
}

import { listDelegations } from '@zhengyou/domain/access/delegation.contract.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { delegateWords } from './delegate.words.ts';

/** On one's own page: who may act in my name, in a sentence, and the way to change it. */
export function OwnDelegations() {
  const may = useMay();
  return may('delegation.list') ? <Known /> : null;
}

function Known() {
  const t = useWords();
  const { person, roles } = useSession();
  const list = useCall(listDelegations, { query: { show: 'open' } });
  const items = list.data?.items ?? [];
  const running = items.filter((one) => one.standing === 'running');
  const names = running.flatMap((one) => (one.leader.id === person.id ? [one.delegate.name] : []));
  const lent = running.filter((one) => one.delegate.id === person.id);
  const leads = roles.includes('leader');
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(delegateWords.title)}</h2>
      </div>
      {leads && list.data && (
        <p>
          {names.length === 0
            ? t(delegateWords.leadNobody)
            : t(delegateWords.leadOne, { names: names.join(t(kitWords.and)) })}
        </p>
      )}
      <p>
        <Link href={paths.delegations()}>{t(leads ? delegateWords.mine : delegateWords.toAll)}</Link>
      </p>
      {leads && lent.length > 0 && (
        <p>
          <Link href={paths.helping()}>
            {t(delegateWords.lent)} · {lent.map((one) => one.leader.name).join(t(kitWords.and))}
          </Link>
        </p>
      )}
    </section>
  );
}

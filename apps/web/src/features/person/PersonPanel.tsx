import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { Outlook } from './Outlook.tsx';
import { PersonHead, PersonName } from './PersonHead.tsx';
import { personWords } from './person.words.ts';
import { PersonSheets } from './PersonSheets.tsx';
import { Readers } from './Readers.tsx';
import { Standings } from './Standings.tsx';

/** Who is chosen in the directory, beside it: enough to decide what to do, the rest by 打开. */
export function PersonPanel({ personId, onClose }: { readonly personId: Id; readonly onClose: () => void }) {
  const t = useWords();
  const person = useCall(readPerson, { params: { personId }, query: {} });
  return (
    <aside className="panel" aria-label={person.data?.name}>
      <Answer of={person} loading={{ rows: 4, height: 60 }}>
        {(record) => (
          <>
            <div className="panel-head">
              <h2 className="voice">
                <PersonName record={record} />
              </h2>
              <Link href={paths.person(personId)}>{t(personWords.open)}</Link>
              <button type="button" className="icon-button" aria-label={t(personWords.close)} onClick={onClose}>
                <Icon name="close" size={16} />
              </button>
            </div>
            <p className="second">
              <PersonHead record={record} />
            </p>
            {record.representative && <Standings record={record} />}
            <Outlook record={record} />
            <Readers record={record} />
            <PersonSheets person={record} />
          </>
        )}
      </Answer>
    </aside>
  );
}

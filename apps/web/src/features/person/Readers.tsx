import { kitWords } from '../../kit/kit.words.ts';
import { roleWords } from '@zhengyou/domain/access/access.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import type { PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

/** Who opened the record, in what capacity, on which day. The person sees the same list. */
export function Readers({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person } = useSession();
  if (record.readers === null) return null;
  return (
    <section>
      <div className="sec">
        <h3>{t(personWords.readers)}</h3>
        <span className="meta">{t(person.id === record.id ? personWords.readersOwn : personWords.readersHint)}</span>
      </div>
      {record.readers.length === 0 ? (
        <p className="second">{t(personWords.noReaders)}</p>
      ) : (
        <ul className="second">
          {record.readers.map((reader, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two readers of one name on one day are two lines
            <li className="row apart" key={index}>
              <span>
                {t(personWords.reader, {
                  name: reader.name,
                  role: reader.roles.map((role) => t(roleWords[role])).join(t(kitWords.and)),
                })}
              </span>
              <span className="meta nb">{sayDay(reader.on, { language, today })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

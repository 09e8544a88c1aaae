import { useWords } from '../../app/language.tsx';
import { sayAffiliations, sayReading, sayUnitAndPosition, type PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

/** Who it is: what they do, and where; a leader by their posts. */
export function PersonHead({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const affiliations = sayAffiliations(record.affiliations, t);
  return (
    <>
      {sayUnitAndPosition(record, t)}
      {affiliations && (
        <>
          <br />
          {affiliations}
        </>
      )}
      {!record.representative && record.posts.length > 0 && (
        <>
          <br />
          {t(personWords.isLeader)}
        </>
      )}
    </>
  );
}

/** The name as a heading, its reading beside it in small. */
export function PersonName({ record }: { readonly record: PersonReply }) {
  return (
    <>
      {record.name}
      <span className="reading" lang="zh-Latn-pinyin">
        {sayReading(record.reading)}
      </span>
    </>
  );
}

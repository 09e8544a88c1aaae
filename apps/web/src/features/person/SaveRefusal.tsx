import { CallRefused } from '../../app/call.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords, type Say } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { Button } from '../../kit/Button.tsx';
import { Link } from '../../kit/Link.tsx';
import { draftOf, type PersonDraft } from './person-draft.ts';
import { sayAffiliations, type PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

type Current = Pick<PersonReply, 'version' | 'name' | 'reading' | 'unit' | 'affiliations' | 'position' | 'titles'>;
const extraOf = (error: unknown) =>
  (error instanceof CallRefused ? error.problem.extra : undefined) as
    { readonly personId?: string; readonly current?: Current } | undefined;
/** The version that stands now, where the one that was begun on is old. */
export const currentVersion = (error: unknown) => extraOf(error)?.current?.version;

export type SaveRefusalProps = { readonly error: unknown; readonly draft: PersonDraft; readonly onAnother: () => void };

export function SaveRefusal({ error, draft, onAnother }: SaveRefusalProps) {
  const t = useWords();
  const { personId: twin, current } = extraOf(error) ?? {};
  return (
    <div>
      <CallErrorNote error={error} />
      {twin !== undefined && (
        <p className="row wrap">
          <Link href={paths.person(twin)}>{t(personWords.openOther)}</Link>
          <Button look="text" small onClick={onAnother}>
            {t(personWords.addAnother)}
          </Button>
        </p>
      )}
      {current && (
        <>
          <ul className="second">
            {differences(current, draft, t).map((line) => (
              <li key={line.field}>{t(personWords.staleNow, line)}</li>
            ))}
          </ul>
          <p className="second">{t(personWords.staleHint)}</p>
        </>
      )}
    </div>
  );
}

/** Both versions side by side: yours is in the form, here is what the other one says where it says otherwise. */
function differences(current: Current, draft: PersonDraft, t: Say) {
  const now = draftOf(current);
  const unit = now.unitId === draft.unitId ? undefined : current.unit.name;
  const party =
    now.affiliations.join() === draft.affiliations.join() ? undefined : sayAffiliations(now.affiliations, t);
  const texts = (['name', 'reading', 'position', 'titles'] as const).map((field) => ({
    field: t(personWords[field]),
    value: now[field] === draft[field].trim() ? undefined : now[field],
  }));
  return [...texts, { field: t(personWords.unit), value: unit }, { field: t(personWords.party), value: party }].flatMap(
    ({ field, value }) => (value === undefined ? [] : [{ field, value: value || t(personWords.staleEmpty) }]),
  );
}

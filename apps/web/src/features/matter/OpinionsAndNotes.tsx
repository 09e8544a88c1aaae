import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useWords } from '../../app/language.tsx';
import { matterWords } from './matter.words.ts';
import { useSayDay } from './MatterParts.tsx';

/** What those who work on it tell one another: co-handlers' opinions, and notes on the handling. Never about a person. */
export function OpinionsAndNotes({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const day = useSayDay();
  const notes = line.notes.filter(({ sort }) => sort === 'handling');
  return (
    <>
      {line.coOpinions.length > 0 && (
        <section>
          <h2>{t(matterWords.opinions)}</h2>
          <ul className="notes">
            {line.coOpinions.map(({ unit, text, on }) => (
              <li key={unit.id}>
                <span className="meta">
                  {on === null ? unit.shortName : t(matterWords.toldBy, { day: day(on), by: unit.shortName })}
                </span>
                <p className="second">{text ?? t(matterWords.opinionPending)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t(matterWords.notes)}</h2>
        {notes.length === 0 ? (
          <p className="muted">{t(matterWords.notesNone)}</p>
        ) : (
          <ul className="notes">
            {notes.map((note) => (
              <li key={`${note.on} ${note.text}`}>
                <span className="meta">
                  {t(matterWords.toldBy, { day: day(note.on), by: note.unit?.shortName ?? note.by })}
                </span>
                <p className="second matter-words">{note.text}</p>
              </li>
            ))}
          </ul>
        )}
        <p className="meta">{t(matterWords.notesRule)}</p>
      </section>
    </>
  );
}

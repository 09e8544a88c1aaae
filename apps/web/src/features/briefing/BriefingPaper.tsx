import type { Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { numbered } from '@zhengyou/domain/kit/official-paper.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { PaperDoc } from '../../kit/PaperDoc.tsx';
import { briefingWords } from './briefing.words.ts';

/** The same paper as the Word file. Headings of the first level are numbered by the paper itself. */
export function BriefingPaper({ briefing }: { readonly briefing: Briefing }) {
  const t = useWords();
  const { language } = useLanguage();
  const { person, today } = useSession();
  const { paper } = briefing;
  const withNumbers = numbered(paper.blocks);
  return (
    <div lang="zh-CN">
      <PaperDoc
        title={paper.title}
        issuer={paper.head.issuer}
        number={`${paper.head.name} ${paper.head.number}`}
        margins="official"
        foot={t(briefingWords.printedBy, { name: person.name, day: sayDay(today, { language }) })}
      >
        {paper.blocks.map((block, index) => {
          const key = `${index}`;
          if (block.kind === 'addressee')
            return (
              <p key={key} className="briefing-addressee">
                {block.text}
              </p>
            );
          if (block.kind === 'paragraph') return <p key={key}>{block.text}</p>;
          if (block.level === 1) return <h3 key={key}>{block.text}</h3>;
          return <h4 key={key}>{withNumbers[index]?.text}</h4>;
        })}
        {paper.sign && (
          <div className="briefing-sign">
            <p>{paper.sign.by}</p>
            <p>{paper.sign.day}</p>
          </div>
        )}
      </PaperDoc>
    </div>
  );
}

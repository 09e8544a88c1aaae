import type { ReactNode } from 'react';
import { appWords } from '../../app/app.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { setLook, useLook } from '../../kit/look.ts';
import { accessWords } from './access.words.ts';
import './access.css';

const PROMISES = [
  [accessWords.openTitle, accessWords.openText],
  [accessWords.scoreTitle, accessWords.scoreText],
  [accessWords.proofTitle, accessWords.proofText],
  [accessWords.replyTitle, accessWords.replyText],
] as const;

type FrontPageProps = {
  readonly institution?: string | undefined;
  /** Where to turn when one cannot get in. */
  readonly help?: string | null | undefined;
  /** Stands at the left of the foot: another way in. */
  readonly otherWay?: ReactNode;
  readonly children: ReactNode;
};

/** The door of the house: the promise at one side, the way in at the other. */
export function FrontPage({ institution, help, otherWay, children }: FrontPageProps) {
  const t = useWords();
  return (
    <main className="front">
      <header>
        <div className="mark">{t(appWords.name)}</div>
        <div className="muted">{institution}</div>
      </header>
      <h1 className="lead">
        <span>{t(accessWords.leadFirst)}</span>
        <span>{t(accessWords.leadSecond)}</span>
      </h1>
      <section className="way">
        {children}
        <div className="foot">
          <span>{otherWay}</span>
          <LookLinks />
        </div>
      </section>
      <ul className="promises" aria-label={t(accessWords.promises)}>
        {PROMISES.map(([title, text]) => (
          <li key={title.zh}>
            <b>{t(title)}</b>
            <span className="second">{t(text)}</span>
          </li>
        ))}
      </ul>
      <div className="help meta">{help}</div>
    </main>
  );
}

function LookLinks() {
  const t = useWords();
  const { type } = useLook();
  const { language, setLanguage } = useLanguage();
  const large = type === 'large';
  return (
    <span className="row">
      <button
        type="button"
        className={large ? 'link strong' : 'link'}
        aria-pressed={large}
        onClick={() => setLook({ type: large ? 'normal' : 'large' })}
      >
        {t(accessWords.largeType)}
      </button>
      <button
        type="button"
        className="link"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t(language === 'zh' ? appWords.languageEn : appWords.languageZh)}
      </button>
    </span>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import { useId } from 'react';
import { ChoiceChips } from '../kit/ChoiceChips.tsx';
import { setLook, useLook, type Theme, type TypeSize } from '../kit/look.ts';
import { appWords } from './app.words.ts';
import { useLanguage, useWords } from './language.tsx';

/** Light or dark, text size, language. On one's own page and at the door. */
export function LookControl() {
  const t = useWords();
  const look = useLook();
  const { language, setLanguage } = useLanguage();
  const client = useQueryClient();
  const id = useId();

  // Some answers carry words of the server: they are asked for anew.
  function chooseLanguage(next: Language) {
    setLanguage(next);
    void client.invalidateQueries();
  }

  return (
    <div className="stack">
      <div className="field left">
        <span className="label" id={`${id}-theme`}>
          {t(appWords.theme)}
        </span>
        <ChoiceChips<Theme>
          labelledBy={`${id}-theme`}
          value={look.theme}
          onChange={(theme) => setLook({ theme })}
          options={[
            { value: 'system', label: t(appWords.themeSystem) },
            { value: 'light', label: t(appWords.themeLight) },
            { value: 'dark', label: t(appWords.themeDark) },
          ]}
        />
      </div>
      <div className="field left">
        <span className="label" id={`${id}-type`}>
          {t(appWords.typeSize)}
        </span>
        <ChoiceChips<TypeSize>
          labelledBy={`${id}-type`}
          value={look.type}
          onChange={(type) => setLook({ type })}
          options={[
            { value: 'normal', label: t(appWords.typeNormal) },
            { value: 'large', label: t(appWords.typeLarge) },
          ]}
        />
      </div>
      <div className="field left">
        <span className="label" id={`${id}-language`}>
          {t(appWords.language)}
        </span>
        <ChoiceChips
          labelledBy={`${id}-language`}
          value={language}
          onChange={chooseLanguage}
          options={[
            { value: 'zh', label: <span lang="zh-CN">{t(appWords.languageZh)}</span> },
            { value: 'en', label: <span lang="en">{t(appWords.languageEn)}</span> },
          ]}
        />
      </div>
    </div>
  );
}

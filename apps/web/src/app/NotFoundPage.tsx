import { Empty } from '../kit/Empty.tsx';
import { Link } from '../kit/Link.tsx';
import { appWords } from './app.words.ts';
import { useWords } from './language.tsx';
import { useTitle } from './page.tsx';
import { paths } from './paths.ts';

export function NotFoundPage() {
  const t = useWords();
  useTitle(t(appWords.notFound));
  return (
    <main className="main">
      <h1 className="sr">{t(appWords.notFound)}</h1>
      <Empty lead={t(appWords.notFound)}>
        {t(appWords.notFoundText)}
        <Link href={paths.home()}>{t(appWords.toHome)}</Link>
      </Empty>
    </main>
  );
}

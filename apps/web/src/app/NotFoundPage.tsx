import { Link } from '../kit/Link.tsx';
import { appWords } from './app.words.ts';
import { useWords } from './language.tsx';
import { Page } from './page.tsx';
import { paths } from './paths.ts';

/** Inside the shell; the shell brings `main`. */
export function NotFoundPage() {
  const t = useWords();
  return (
    <Page title={t(appWords.notFound)}>
      <p className="muted">
        {t(appWords.notFoundText)}
        <Link className="nb" href={paths.home()}>
          {t(appWords.toHome)}
        </Link>
      </p>
    </Page>
  );
}

import { Navigate, useSearch } from '@tanstack/react-router';
import { readFront } from '@zhengyou/domain/access/access.contract.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { useTitle } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Link } from '../../kit/Link.tsx';
import { accessWords } from './access.words.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { FrontPage } from './FrontPage.tsx';
import { nextAddress } from './next-address.ts';
import { SignInForm } from './SignInForm.tsx';
import { useEnter } from './use-enter.ts';

export function SignInPage() {
  const t = useWords();
  useTitle(t(accessWords.signIn));
  const front = useCall(readFront, {});
  const enter = useEnter();
  const { next, way } = useSearch({ strict: false }) as { next?: unknown; way?: unknown };
  const onEntered = () => enter(nextAddress(next));

  if (front.data && !front.data.institution && !front.data.demo) return <Navigate to={paths.claim()} replace />;
  const byPassword = way === 'password' || front.data?.demo === false;
  const other = (to: 'password' | undefined) =>
    paths.signIn({ next: typeof next === 'string' ? next : undefined, way: to });
  return (
    <FrontPage
      institution={front.data?.institution?.name}
      help={front.data?.institution?.help}
      otherWay={
        front.data?.demo && (
          <Link href={other(byPassword ? undefined : 'password')} replace>
            {t(byPassword ? accessWords.asDemo : accessWords.withPassword)}
          </Link>
        )
      }
    >
      <Answer of={front} loading={{ height: 48 }}>
        {({ people }) =>
          byPassword ? (
            <>
              <h2>{t(accessWords.signIn)}</h2>
              <SignInForm onEntered={onEntered} />
            </>
          ) : (
            <>
              <h2>{t(accessWords.demoTitle)}</h2>
              <p className="second">{t(accessWords.demoText)}</p>
              <DemoPeople people={people} onEntered={onEntered} />
            </>
          )
        }
      </Answer>
    </FrontPage>
  );
}

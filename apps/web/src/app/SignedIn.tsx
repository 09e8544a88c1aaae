import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LoadingRows } from '../kit/LoadingRows.tsx';
import { CallErrorNote } from './CallErrorNote.tsx';
import { useNavCounts } from './nav-counts.ts';
import { navigationOf } from './navigation.ts';
import { Overlays } from './Overlays.tsx';
import { Residents } from './Residents.tsx';
import { paths } from './paths.ts';
import { SessionProvider, useFindSession, type Session } from './session.tsx';
import { Shell } from './shell/Shell.tsx';

/** Everything behind the door: asks who is there, sends strangers to the sign-in page and remembers where they wanted to go. */
export function SignedIn() {
  const session = useFindSession();
  const router = useRouter();
  const stranger = session.data === null;

  useEffect(() => {
    if (!stranger) return;
    const { href } = router.state.location;
    void router.navigate({ href: paths.signIn(href === paths.home() ? {} : { next: href }), replace: true });
  }, [stranger, router]);

  if (session.isError)
    return (
      <main className="main">
        <CallErrorNote error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  if (!session.data)
    return (
      <main className="main">
        <LoadingRows />
      </main>
    );
  return (
    <SessionProvider session={session.data}>
      <Frame session={session.data} />
      <Overlays />
      <Residents />
    </SessionProvider>
  );
}

function Frame({ session }: { readonly session: Session }) {
  const counts = useNavCounts();
  return (
    <Shell session={session} navigation={navigationOf(session, counts)}>
      <Outlet />
    </Shell>
  );
}

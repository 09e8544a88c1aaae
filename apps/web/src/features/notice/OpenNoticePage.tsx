import { useRouter } from '@tanstack/react-router';
import { openNotice } from '@zhengyou/domain/notice/notice.contract.ts';
import { useEffect, useRef } from 'react';
import { usePathParam } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { addressOfNotice } from './notice-address.ts';
import { noticeWords } from './notice.words.ts';

/** The address that a message carries: no name, no sheet in it. It leads on to where the thing is done. */
export function OpenNoticePage() {
  const t = useWords();
  const router = useRouter();
  const { roles } = useSession();
  const noticeId = usePathParam('noticeId');
  const open = useChange(openNotice);
  const { mutateAsync } = open;
  const asked = useRef<string>(undefined);
  useEffect(() => {
    // Once for an address, also where effects run twice.
    if (asked.current === noticeId) return;
    asked.current = noticeId;
    mutateAsync({ params: { noticeId } })
      .then((notice) => router.navigate({ href: addressOfNotice(notice, roles), replace: true }))
      .catch(() => undefined); // said below
  }, [mutateAsync, noticeId, roles, router]);
  return (
    <Page title={t(noticeWords.title)} lead={t(noticeWords.opening)} width="narrow">
      {open.isError ? (
        <>
          <CallErrorNote error={open.error} />
          <LinkButton href={paths.inbox()}>{t(noticeWords.title)}</LinkButton>
        </>
      ) : (
        <LoadingRows />
      )}
    </Page>
  );
}

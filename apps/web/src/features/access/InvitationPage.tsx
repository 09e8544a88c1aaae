import { useLocation } from '@tanstack/react-router';
import { accessRefusals } from '@zhengyou/domain/access/access.refusals.ts';
import { acceptInvitation, readFront } from '@zhengyou/domain/access/access.contract.ts';
import { PASSWORD_MIN } from '@zhengyou/domain/access/password.rules.ts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CallRefused } from '../../app/call.ts';
import { useWords } from '../../app/language.tsx';
import { useTitle } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Link } from '../../kit/Link.tsx';
import { accessWords } from './access.words.ts';
import { FrontPage } from './FrontPage.tsx';
import { judgeNewPassword } from './judge-new-password.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { useEnter } from './use-enter.ts';
import { useForm } from './use-form.ts';

/** Shorter ones were cut off on their way. */
const TOKEN_MIN = 20;
const SPENT = accessRefusals.linkSpent().code;

/** A one-time link: the token stands behind `#`, so that it reaches neither logs nor other sites. */
export function InvitationPage() {
  const t = useWords();
  useTitle(t(accessWords.inviteTitle));
  const front = useCall(readFront, {});
  const token = useLocation({ select: (location) => location.hash });
  const [login, setLogin] = useState<string>();
  const [spent, setSpent] = useState<string>();
  return (
    <FrontPage
      institution={front.data?.institution?.name}
      help={front.data?.institution?.help}
      otherWay={login === undefined && <Link href={paths.signIn()}>{t(accessWords.toSignIn)}</Link>}
    >
      {login !== undefined ? (
        <Done login={login} />
      ) : spent !== undefined ? (
        <Told title={t(accessWords.inviteSpent)} text={spent} />
      ) : token.length < TOKEN_MIN ? (
        <Told title={t(accessWords.inviteSpent)} text={t(accessWords.inviteBroken)} />
      ) : (
        <>
          <h2>{t(accessWords.inviteTitle)}</h2>
          <p className="second">{t(accessWords.inviteText)}</p>
          <SetPasswordForm token={token} onSet={setLogin} onSpent={setSpent} />
        </>
      )}
    </FrontPage>
  );
}

type SetPasswordFormProps = {
  readonly token: string;
  readonly onSet: (login: string) => void;
  readonly onSpent: (said: string) => void;
};

function SetPasswordForm({ token, onSet, onSpent }: SetPasswordFormProps) {
  const t = useWords();
  const accept = useChange(acceptInvitation);
  const { form, values, mistake, bind, submit, refuse } = useForm({ password: '' }, 'password');

  const judge = ({ password }: typeof values) => {
    const weak = judgeNewPassword(password);
    return weak ? { password: weak } : {};
  };
  const onError = (error: unknown) => {
    if (error instanceof CallRefused && error.problem.code === SPENT) onSpent(error.message);
    else refuse(error);
  };
  const send = () =>
    accept.mutate({ body: { token, ...values } }, { onSuccess: (reply) => onSet(reply.login), onError });

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit(judge, send)}>
      <Field
        label={t(accessWords.newPassword)}
        hint={t(accessWords.passwordHint, { min: PASSWORD_MIN })}
        error={mistake('password')}
      >
        {(control) => <PasswordInput {...control} {...bind('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" look="primary" wide busy={accept.isPending}>
        {t(accessWords.setAndEnter)}
      </Button>
    </form>
  );
}

/** In place of the form: the heading takes the focus, so that readers of the screen go on here. */
function Told({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="second">{text}</p>
      {children}
    </>
  );
}

function Done({ login }: { readonly login: string }) {
  const t = useWords();
  const enter = useEnter();
  return (
    <Told title={t(accessWords.inviteDone)} text={t(accessWords.yourLogin, { login })}>
      <Button look="primary" wide onClick={() => enter(paths.home())}>
        {t(accessWords.enter)}
      </Button>
    </Told>
  );
}

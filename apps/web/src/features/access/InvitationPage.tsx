import { useLocation } from '@tanstack/react-router';
import { acceptInvitation, readFront } from '@zhengyou/domain/access/access.contract.ts';
import { PASSWORD_MIN } from '@zhengyou/domain/access/password.rules.ts';
import { useEffect, useRef, useState } from 'react';
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

/** A one-time link: the token stands behind `#`, so that it reaches neither logs nor other sites. */
export function InvitationPage() {
  const t = useWords();
  useTitle(t(accessWords.inviteTitle));
  const front = useCall(readFront, {});
  const token = useLocation({ select: (location) => location.hash });
  const [login, setLogin] = useState<string>();
  return (
    <FrontPage
      institution={front.data?.institution?.name}
      help={front.data?.institution?.help}
      otherWay={login === undefined && <Link href={paths.signIn()}>{t(accessWords.toSignIn)}</Link>}
    >
      {login === undefined ? (
        <>
          <h2>{t(accessWords.inviteTitle)}</h2>
          <p className="second">{t(token.length < 20 ? accessWords.inviteBroken : accessWords.inviteText)}</p>
          {token.length >= 20 && <SetPasswordForm token={token} onSet={setLogin} />}
        </>
      ) : (
        <Done login={login} />
      )}
    </FrontPage>
  );
}

type SetPasswordFormProps = { readonly token: string; readonly onSet: (login: string) => void };

function SetPasswordForm({ token, onSet }: SetPasswordFormProps) {
  const t = useWords();
  const accept = useChange(acceptInvitation);
  const { form, values, mistakes, bind, submit, refuse } = useForm({ password: '' }, 'password');

  const judge = ({ password }: typeof values) => {
    const weak = judgeNewPassword(password, t);
    return weak ? { password: weak } : {};
  };
  const send = () =>
    accept.mutate({ body: { token, ...values } }, { onSuccess: (reply) => onSet(reply.login), onError: refuse });

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit(judge, send)}>
      <Field
        label={t(accessWords.newPassword)}
        hint={t(accessWords.passwordHint, { min: PASSWORD_MIN })}
        error={mistakes.password}
      >
        {(control) => <PasswordInput {...control} {...bind('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" look="primary" wide busy={accept.isPending}>
        {t(accessWords.setAndEnter)}
      </Button>
    </form>
  );
}

function Done({ login }: { readonly login: string }) {
  const t = useWords();
  const enter = useEnter();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone; readers of the screen go on here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div>
      <h2 ref={heading} tabIndex={-1}>
        {t(accessWords.inviteDone)}
      </h2>
      <p className="second">{t(accessWords.yourLogin, { login })}</p>
      <div className="stack">
        <Button look="primary" wide onClick={() => enter(paths.home())}>
          {t(accessWords.enter)}
        </Button>
      </div>
    </div>
  );
}

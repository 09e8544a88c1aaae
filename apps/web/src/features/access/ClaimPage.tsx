import { claimHouse, readFront } from '@zhengyou/domain/access/access.contract.ts';
import { PASSWORD_MIN } from '@zhengyou/domain/access/password.rules.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { useTitle } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { accessWords } from './access.words.ts';
import { FrontPage } from './FrontPage.tsx';
import { judgeNewPassword } from './judge-new-password.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { useEnter } from './use-enter.ts';
import { useForm } from './use-form.ts';

/** First run: founds the institution with the token from the terminal. */
export function ClaimPage() {
  const t = useWords();
  useTitle(t(accessWords.claimTitle));
  const front = useCall(readFront, {});
  const name = front.data?.institution?.name;
  return (
    <FrontPage institution={name} help={front.data?.institution?.help}>
      <Answer of={front} loading={{ height: 48 }}>
        {({ institution }) =>
          institution ? (
            <>
              <h2>{t(accessWords.foundedAlready)}</h2>
              <LinkButton href={paths.signIn()} look="primary" wide>
                {t(accessWords.toSignIn)}
              </LinkButton>
            </>
          ) : (
            <>
              <h2>{t(accessWords.claimTitle)}</h2>
              <p className="second">{t(accessWords.claimText)}</p>
              <ClaimForm />
            </>
          )
        }
      </Answer>
    </FrontPage>
  );
}

const EMPTY = { token: '', institution: '', name: '', login: '', password: '' };

function ClaimForm() {
  const t = useWords();
  const enter = useEnter();
  const claim = useChange(claimHouse);
  const { form, values, mistake, bind, submit, refuse } = useForm(EMPTY, 'password');

  const judge = (typed: typeof EMPTY) => {
    const weak = judgeNewPassword(typed.password);
    return {
      ...(typed.token.trim().length < 8 ? { token: { words: accessWords.fillToken } } : {}),
      ...(typed.institution.trim().length < 2 ? { institution: { words: accessWords.fillInstitution } } : {}),
      ...(typed.name.trim() ? {} : { name: { words: accessWords.fillName } }),
      ...(typed.login.trim() ? {} : { login: { words: accessWords.fillLogin } }),
      ...(weak ? { password: weak } : {}),
    };
  };
  const send = () => claim.mutate({ body: values }, { onSuccess: () => enter(paths.home()), onError: refuse });

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit(judge, send)}>
      <Field label={t(accessWords.token)} hint={t(accessWords.tokenHint)} error={mistake('token')}>
        {(control) => (
          <input
            {...control}
            {...bind('token')}
            className="input"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
          />
        )}
      </Field>
      <Field label={t(accessWords.institution)} hint={t(accessWords.institutionHint)} error={mistake('institution')}>
        {(control) => (
          <input {...control} {...bind('institution')} className="input" autoComplete="organization" maxLength={100} />
        )}
      </Field>
      <Field label={t(accessWords.yourName)} error={mistake('name')}>
        {(control) => <input {...control} {...bind('name')} className="input" autoComplete="name" maxLength={50} />}
      </Field>
      <Field label={t(accessWords.login)} hint={t(accessWords.loginHint)} error={mistake('login')}>
        {(control) => (
          <input
            {...control}
            {...bind('login')}
            className="input"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={64}
          />
        )}
      </Field>
      <Field
        label={t(accessWords.password)}
        hint={t(accessWords.passwordHint, { min: PASSWORD_MIN })}
        error={mistake('password')}
      >
        {(control) => <PasswordInput {...control} {...bind('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" look="primary" wide busy={claim.isPending}>
        {t(accessWords.found)}
      </Button>
    </form>
  );
}

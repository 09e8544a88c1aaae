import { signIn } from '@zhengyou/domain/access/access.contract.ts';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { accessWords } from './access.words.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { useForm } from './use-form.ts';

/** With one's account and password. */
export function SignInForm({ onEntered }: { readonly onEntered: () => void }) {
  const t = useWords();
  const enter = useChange(signIn);
  const { form, values, mistake, bind, submit, refuse } = useForm({ login: '', password: '' }, 'password');

  const judge = ({ login, password }: typeof values) => ({
    ...(login.trim() ? {} : { login: { words: accessWords.fillLogin } }),
    ...(password ? {} : { password: { words: accessWords.fillPassword } }),
  });
  const send = () => enter.mutate({ body: values }, { onSuccess: onEntered, onError: refuse });

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit(judge, send)}>
      <Field label={t(accessWords.login)} error={mistake('login')}>
        {(control) => (
          <input
            {...control}
            {...bind('login')}
            className="input"
            autoComplete="username"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
          />
        )}
      </Field>
      <Field label={t(accessWords.password)} error={mistake('password')}>
        {(control) => (
          <PasswordInput {...control} {...bind('password')} autoComplete="current-password" maxLength={200} />
        )}
      </Field>
      <Button type="submit" look="primary" wide busy={enter.isPending}>
        {t(accessWords.signIn)}
      </Button>
      <p className="meta">{t(accessWords.noAccount)}</p>
    </form>
  );
}

import { changePassword, type listSessions } from '@zhengyou/domain/access/access.contract.ts';
import { PASSWORD_MIN } from '@zhengyou/domain/access/password.rules.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { accessWords } from './access.words.ts';
import { judgeNewPassword } from './judge-new-password.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { useForm } from './use-form.ts';

type Account = ReplyOf<typeof listSessions>['account'];

/** The account and its password; the form comes when it is asked for. */
export function ChangePassword({ account }: { readonly account: Account }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(accessWords.password)}</h2>
        {account && (
          <span className="meta">
            {t(accessWords.login)} {account.login}
          </span>
        )}
      </div>
      {!account?.hasPassword ? (
        <p className="second">{t(accessWords.noPasswordYet)}</p>
      ) : open ? (
        <ChangePasswordForm login={account.login} onClose={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t(accessWords.changePassword)}</Button>
      )}
    </section>
  );
}

type ChangePasswordFormProps = { readonly login: string; readonly onClose: () => void };

function ChangePasswordForm({ login, onClose }: ChangePasswordFormProps) {
  const t = useWords();
  const toast = useToast();
  const change = useChange(changePassword);
  const { form, values, mistake, bind, submit, refuse } = useForm({ current: '', next: '' }, 'next');

  const judge = ({ current, next }: typeof values) => {
    const weak = judgeNewPassword(next);
    return { ...(current ? {} : { current: { words: accessWords.fillPassword } }), ...(weak ? { next: weak } : {}) };
  };
  const onSuccess = () => {
    toast({ text: t(accessWords.changed) });
    onClose();
  };
  const send = () => change.mutate({ body: values }, { onSuccess, onError: refuse });

  return (
    <form ref={form} className="form" noValidate onSubmit={submit(judge, send)}>
      {/* For the browser's keeper of passwords, which asks whose it is. */}
      <input hidden readOnly autoComplete="username" value={login} />
      <Field label={t(accessWords.current)} error={mistake('current')}>
        {(control) => <PasswordInput {...control} {...bind('current')} autoComplete="current-password" />}
      </Field>
      <Field
        label={t(accessWords.newPassword)}
        hint={t(accessWords.passwordHint, { min: PASSWORD_MIN })}
        error={mistake('next')}
      >
        {(control) => <PasswordInput {...control} {...bind('next')} autoComplete="new-password" />}
      </Field>
      <p className="meta">{t(accessWords.othersEnd)}</p>
      <div className="row">
        <Button type="submit" look="primary" busy={change.isPending}>
          {t(accessWords.save)}
        </Button>
        <Button look="text" onClick={onClose}>
          {t(accessWords.leave)}
        </Button>
      </div>
    </form>
  );
}

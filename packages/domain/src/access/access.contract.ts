/** Signing in and out, one's own sessions, and what the browser needs to know of whoever is signed in. */
import { z } from 'zod';
import { endpoint } from '../kit/endpoint.ts';
import { zId } from '../kit/ids.ts';
import { zPlainDate } from '../kit/plain-date.ts';
import { ROLES } from '../kit/roles.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './password.rules.ts';

const zNothing = z.object({});
/** No control characters: the database holds no NUL. */
const zLine = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .trim();
const zLogin = zLine.min(1).max(200);
/** Long enough to resist guessing, short enough that hashing it is no attack. */
const zNewPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);

export const readFront = endpoint({
  id: 'access.readFront',
  method: 'GET',
  path: '/api/front',
  gist: 'What the sign-in page shows before anyone is known: the house, and in demo mode the people to sign in as.',
  may: 'anyone',
  reply: z.object({
    institution: z.object({ name: z.string(), help: z.string().nullable() }).nullable(),
    demo: z.boolean(),
    people: z.array(z.object({ login: z.string(), name: z.string(), what: z.string(), role: z.enum(ROLES) })),
  }),
});

export const readSession = endpoint({
  id: 'access.readSession',
  method: 'GET',
  path: '/api/session',
  gist: 'Who is signed in, as whom, and what time it is in the house.',
  may: 'signedIn',
  reply: z.object({
    person: z.object({ id: zId, name: z.string(), title: z.string().nullable(), unit: z.string().nullable() }),
    institution: z.object({ name: z.string() }),
    roles: z.array(z.enum(ROLES)),
    today: zPlainDate,
    /** The house's instant: a device whose clock is wrong reckons from it. */
    now: z.string(),
    demo: z.boolean(),
    /** Ids of the endpoints that the roles open: what the page leaves out when it is missing here. */
    can: z.array(z.string()),
  }),
});

export const signIn = endpoint({
  id: 'access.signIn',
  method: 'POST',
  path: '/api/session',
  gist: 'Sign in with a local account.',
  may: 'anyone',
  body: z.strictObject({ login: zLogin, password: z.string().min(1).max(200) }),
  reply: zNothing,
  changes: ['access.readSession'],
});

export const signInAsDemo = endpoint({
  id: 'access.signInAsDemo',
  method: 'POST',
  path: '/api/demo-session',
  gist: 'Demo mode only: sign in as one of the demo people. Outside demo mode this address does not exist.',
  may: 'anyone',
  body: z.strictObject({ login: zLogin }),
  reply: zNothing,
  changes: ['access.readSession'],
});

export const signOut = endpoint({
  id: 'access.signOut',
  method: 'DELETE',
  path: '/api/session',
  gist: 'End this session.',
  may: 'signedIn',
  reply: zNothing,
  changes: ['access.readSession'],
});

export const listSessions = endpoint({
  id: 'access.listSessions',
  method: 'GET',
  path: '/api/sessions',
  gist: 'One’s own open sessions, and the account that they belong to.',
  may: 'signedIn',
  reply: z.object({
    account: z.object({ login: z.string(), hasPassword: z.boolean() }).nullable(),
    items: z.array(
      z.object({ id: zId, device: z.string(), startedAt: z.string(), seenAt: z.string(), current: z.boolean() }),
    ),
  }),
});

export const revokeSession = endpoint({
  id: 'access.revokeSession',
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  gist: 'End one of one’s own sessions.',
  may: 'signedIn',
  params: z.strictObject({ sessionId: zId }),
  reply: zNothing,
  changes: ['access.listSessions'],
});

export const changePassword = endpoint({
  id: 'access.changePassword',
  method: 'POST',
  path: '/api/password',
  gist: 'Change one’s own password; every other session ends.',
  may: 'signedIn',
  body: z.strictObject({ current: z.string().min(1).max(200), next: zNewPassword }),
  reply: zNothing,
  changes: ['access.listSessions'],
});

export const claimHouse = endpoint({
  id: 'access.claimHouse',
  method: 'POST',
  path: '/api/claim',
  gist: 'First run: found the institution with the token that the terminal printed. Works while there is none.',
  may: 'anyone',
  body: z.strictObject({
    token: z.string().trim().min(8).max(200),
    institution: zLine.min(2).max(100),
    name: zLine.min(1).max(50),
    login: zLogin,
    password: zNewPassword,
  }),
  reply: zNothing,
  changes: ['access.readSession', 'access.readFront'],
});

export const inviteAccount = endpoint({
  id: 'access.inviteAccount',
  method: 'POST',
  path: '/api/people/:personId/invitation',
  gist: 'Make a one-time link with which a person on the list sets their own password. An older link dies.',
  may: ['office'],
  params: z.strictObject({ personId: zId }),
  secret: true,
  reply: z.object({ path: z.string(), login: z.string(), expiresAt: z.string() }),
});

export const acceptInvitation = endpoint({
  id: 'access.acceptInvitation',
  method: 'POST',
  path: '/api/invitation',
  gist: 'Use a one-time link: set the password and sign in.',
  may: 'anyone',
  body: z.strictObject({ token: z.string().min(20).max(200), password: zNewPassword }),
  reply: z.object({ login: z.string() }),
  changes: ['access.readSession'],
});

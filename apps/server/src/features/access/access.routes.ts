import * as contract from '@zhengyou/domain/access/access.contract.ts';
import * as delegation from '@zhengyou/domain/access/delegation.contract.ts';
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { openRoute, route, type Route } from '../../edge/route.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { createClaimHouse, type Found } from './claim-house.ts';
import * as delegations from './delegations.ts';
import { inviteAccount } from './invite-account.ts';
import { listSecretary, readSecretary } from './list-secretary.ts';
import { listSessions, revokeSession, signOut } from './own-sessions.ts';
import { readFront } from './read-front.ts';
import { readSession } from './read-session.ts';
import { signInAsDemo } from './sign-in-as-demo.ts';
import { signIn } from './sign-in.ts';

export type AccessParts = {
  /** Without it nobody can found the institution: there is one, or this is the demo. */
  readonly claimToken: string | undefined;
  /** Signing in without a password exists in the demo only. */
  readonly demo: boolean;
  readonly found: Found;
  /** What the other rooms offer, for the browser to know which of it is open to whom. */
  readonly others: readonly AnyEndpoint[];
};

export function createAccessRoutes({ claimToken, demo, found, others }: AccessParts): readonly Route[] {
  const claimHouse = createClaimHouse(claimToken, found);
  const routes: Route[] = [
    openRoute(contract.readFront, readFront),
    route(contract.readSession, (context) => readSession(context, all)),
    openRoute(contract.signIn, (context, { body }) => signIn(context, body)),
    ...(demo ? [openRoute(contract.signInAsDemo, (context, { body }) => signInAsDemo(context, body))] : []),
    route(contract.signOut, signOut),
    route(contract.listSessions, listSessions),
    route(contract.revokeSession, (context, { params }) => revokeSession(context, params.sessionId)),
    route(contract.changePassword, (context, { body }) => changePassword(context, body)),
    openRoute(contract.claimHouse, (context, { body }) => claimHouse(context, body)),
    route(contract.inviteAccount, (context, { params }) => inviteAccount(context, params.personId)),
    openRoute(contract.acceptInvitation, (context, { body }) => acceptInvitation(context, body)),
    route(delegation.readSecretary, (context, { params }) => readSecretary(context, params.personId)),
    route(delegation.listSecretary, (context, { params, body }) =>
      listSecretary(context, params.personId, body.listed),
    ),
    route(delegation.listDelegations, (context, { query }) => delegations.listDelegations(context, query)),
    route(delegation.listHelpers, delegations.listHelpers),
    route(delegation.giveDelegation, (context, { body }) => delegations.giveDelegation(context, body)),
    route(delegation.answerDelegation, (context, { params, body }) =>
      delegations.answerDelegation(context, params.delegationId, body),
    ),
    route(delegation.endDelegation, (context, { params, body }) =>
      delegations.endDelegation(context, params.delegationId, body.version),
    ),
    route(delegation.listActs, (context, { query }) => delegations.listActs(context, query.limit)),
  ];
  const all = [...routes.map((one) => one.endpoint), ...others];
  return routes;
}

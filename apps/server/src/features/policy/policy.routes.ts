import * as drafts from '@zhengyou/domain/policy/policy-draft.contract.ts';
import { addLocalSetting, endLocalSetting } from '@zhengyou/domain/policy/local-setting.contract.ts';
import { readPolicy as readPolicyEndpoint, readTiers } from '@zhengyou/domain/policy/policy.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { addSetting, endSetting } from './local-settings.ts';
import { approveDraft, returnDraft, submitDraft, withdrawDraft } from './pass-draft.ts';
import { getPolicyInForce } from './policy.door.ts';
import { readDraft, readDrafts } from './read-draft.ts';
import { readPolicy } from './read-policy.ts';
import { tryDraft } from './try-draft.ts';
import { copyVersion, downloadVersion, editDraft, uploadDraft } from './upload-draft.ts';
import { compareVersions, readVersions, undoVersion } from './versions.ts';

export const policyRoutes: Route[] = [
  route(readPolicyEndpoint, (context) => readPolicy(context)),
  route(readTiers, async ({ db, institutionId, today }) => ({
    tiers: (await getPolicyInForce(db, institutionId, today)).tiers,
  })),
  route(drafts.listPolicyVersions, (context) => readVersions(context)),
  route(drafts.comparePolicyVersions, (context, { query }) => compareVersions(context, query)),
  route(drafts.downloadPolicyVersion, (context, { params }) => downloadVersion(context, params.policyId)),
  route(drafts.copyPolicyVersion, (context, { params }) => copyVersion(context, params.policyId)),
  route(drafts.undoPolicyVersion, (context, { params, body }) => undoVersion(context, params.policyId, body.reason)),
  route(drafts.listPolicyDrafts, (context) => readDrafts(context)),
  route(drafts.uploadPolicyDraft, (context, { bytes, query }) => uploadDraft(context, bytes, query.fileName)),
  route(drafts.readPolicyDraft, (context, { params }) => readDraft(context, params.draftId)),
  route(drafts.editPolicyDraft, (context, { params, body }) => editDraft(context, params.draftId, body.text)),
  route(drafts.tryPolicyDraft, (context, { params, query }) => tryDraft(context, params.draftId, query)),
  route(drafts.submitPolicyDraft, (context, { params, body }) => submitDraft(context, params.draftId, body)),
  route(drafts.returnPolicyDraft, (context, { params, body }) => returnDraft(context, params.draftId, body.reason)),
  route(drafts.withdrawPolicyDraft, (context, { params, body }) =>
    withdrawDraft(context, params.draftId, body.reason ?? null),
  ),
  route(drafts.approvePolicyDraft, (context, { params }) => approveDraft(context, params.draftId)),
  route(addLocalSetting, (context, { body }) => addSetting(context, body)),
  route(endLocalSetting, (context, { params, body }) => endSetting(context, params.settingId, body.until)),
];

import * as contract from '@zhengyou/domain/ledger/ledger.contract.ts';
import { route, type Route } from '../../edge/route.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport, decide, mapColumns } from './decide.ts';
import { exportTalks } from './export-talks.ts';
import { listPlanned } from './list-planned.ts';
import { exportProblems } from './export-problems.ts';
import { listChoices, listProblems, readCells } from './look-closer.ts';
import { listImports, readImport } from './read-import.ts';
import { pasteLedger } from '@zhengyou/domain/ledger/paste.contract.ts';
import { paste } from './paste.ts';
import { previewUndo, undoImport } from './undo-import.ts';
import { downloadSample, upload, uploadSample } from './upload.ts';

export const ledgerRoutes: readonly Route[] = [
  route(contract.uploadLedger, (context, { bytes, query }) => upload(context, bytes, query.fileName)),
  route(pasteLedger, (context, { bytes }) => paste(context, bytes)),
  route(contract.uploadSampleLedger, (context) => uploadSample(context)),
  route(contract.downloadSampleLedger, (context) => downloadSample(context)),
  route(contract.listLedgerImports, (context) => listImports(context)),
  route(contract.readLedgerImport, (context, { params }) => readImport(context, params.importId)),
  route(contract.listLedgerProblems, (context, { params, query }) => listProblems(context, params.importId, query)),
  route(contract.listLedgerMatters, (context, { params, query }) => listPlanned(context, params.importId, query)),
  route(contract.exportTalks, (context, { query }) => exportTalks(context, query.format)),
  route(contract.readLedgerCells, (context, { params, query }) => readCells(context, params.importId, query)),
  route(contract.listLedgerChoices, (context, { params, query }) => listChoices(context, params.importId, query)),
  route(contract.mapLedgerColumns, (context, { params, body }) => mapColumns(context, params.importId, body)),
  route(contract.decideLedgerProblems, (context, { params, body }) => decide(context, params.importId, body)),
  route(contract.cancelLedgerImport, (context, { params }) => cancelImport(context, params.importId)),
  route(contract.applyLedgerImport, (context, { params }) => applyImport(context, params.importId)),
  route(contract.previewLedgerUndo, (context, { params }) => previewUndo(context, params.importId)),
  route(contract.undoLedgerImport, (context, { params }) => undoImport(context, params.importId)),
  route(contract.exportLedgerProblems, (context, { params }) => exportProblems(context, params.importId)),
];

import type {
  CodeOrder,
  CodeRange,
  CodeReport,
  CodeRun,
  Commission,
  Download,
  FileOrder,
  LabelSheet,
  LabelSheetOrder,
  OrderedDownload,
  Withdrawal,
} from '@assay/contract';
import { paths } from '@assay/contract/paths';
import type { Asker } from './asker.ts';

export const codeCalls = (ask: Asker) => ({
  issue: (order: CodeOrder, key?: string) => ask.order<CodeRange>(paths.codes, order, key),
  list: (productId?: string) => ask.pages<CodeRun>(paths.codes, { productId }),
  read: (runId: string) => ask.json<CodeRun>('GET', paths.codeRun(runId)),
  commission: (commission: Commission, key?: string) =>
    ask.order<object>(paths.codeCommissions, commission, key),
  withdraw: (withdrawal: Withdrawal, key?: string) =>
    ask.order<object>(paths.codeWithdrawals, withdrawal, key),
  /** Blocks stolen or leaked codes: the ids of the reports, or of what waits for a second member. */
  report: (report: CodeReport, key?: string) =>
    ask.order<{ ids: string[] } | { approvalId: string; expiresAt: string }>(paths.codeReports, report, key),

  orderFile: (runId: string, order: FileOrder, key?: string) =>
    ask.order<OrderedDownload>(paths.codeDownloads(runId), order, key),
  orderLabels: (runId: string, order: LabelSheetOrder, key?: string) =>
    ask.order<OrderedDownload>(paths.codeLabels(runId), order, key),
  /** The file of an order. */
  fetch: ({ url }: Pick<OrderedDownload, 'url'>) => ask.file(url),
  downloads: async (runId: string) =>
    (await ask.json<{ items: Download[] }>('GET', paths.codeDownloads(runId))).items,
  sheets: async () => (await ask.json<{ items: LabelSheet[] }>('GET', paths.labelSheets)).items,
});

import type { KeyScope, Role } from '@assay/contract';

/** Who may do one thing. */
export interface Rule {
  /** Members of the organisation that it is done for. */
  roles: readonly Role[];
  /** A key of that organisation with this scope. */
  scope?: KeyScope;
  /** People who run the service, at the console, for any organisation. */
  operator?: true;
  /** A second factor shown in the last minutes. */
  secondFactor?: true;
}

const OWNERS: readonly Role[] = ['owner'];
const EDITORS: readonly Role[] = ['owner', 'editor'];
const ALL: readonly Role[] = ['owner', 'editor', 'viewer'];
const NOBODY: readonly Role[] = [];

/**
 * Who may do what: the one place where it stands. At the machine itself the operator's command may do everything, and so
 * may jobs; nobody else may do what stands in no row.
 */
export const PERMISSIONS = {
  'organisation.read': { roles: ALL, scope: 'read', operator: true },
  'organisation.change': { roles: OWNERS },
  'activity.read': { roles: ALL, operator: true },
  'overview.read': { roles: ALL, scope: 'read' },
  'approval.list': { roles: EDITORS },
  /** What is approved asks for its own right besides. */
  'approval.give': { roles: EDITORS },
  'member.list': { roles: ALL, operator: true },
  'member.invite': { roles: OWNERS },
  'member.change': { roles: OWNERS, secondFactor: true },
  'key.list': { roles: EDITORS },
  'key.make': { roles: OWNERS, secondFactor: true },
  'key.revoke': { roles: EDITORS },
  'webhook.list': { roles: EDITORS, operator: true },
  'webhook.add': { roles: OWNERS, secondFactor: true },
  'webhook.change': { roles: OWNERS, secondFactor: true },
  'webhook.remove': { roles: OWNERS },
  'webhook.rotate-secret': { roles: OWNERS, secondFactor: true },
  'webhook.send': { roles: EDITORS },

  'product.read': { roles: ALL, scope: 'read', operator: true },
  'product.lookup': { roles: ALL, scope: 'read' },
  'product.add': { roles: EDITORS, scope: 'products' },
  'product.change': { roles: EDITORS, scope: 'products' },
  'batch.open': { roles: EDITORS, scope: 'batches' },
  'batch.recall': { roles: EDITORS, scope: 'batches' },
  'batch.lift-recall': { roles: OWNERS, secondFactor: true },
  'codes.read': { roles: ALL, scope: 'read', operator: true },
  'codes.issue': { roles: EDITORS, scope: 'codes' },
  'codes.download': { roles: EDITORS, scope: 'codes-download' },
  /** Codes that were handed out before. */
  'codes.download-again': { roles: EDITORS, secondFactor: true },
  'codes.commission': { roles: EDITORS, scope: 'codes' },
  'codes.withdraw': { roles: EDITORS, scope: 'codes' },
  'codes.report': { roles: EDITORS, scope: 'codes' },
  'codes.import': { roles: EDITORS, scope: 'imports' },
  'epoch.rotate': { roles: OWNERS },
  'epoch.revoke': { roles: OWNERS, secondFactor: true },

  'maker.register': { roles: NOBODY, operator: true },
  'maker.verify': { roles: NOBODY, operator: true, secondFactor: true },
  'maker.suspend': { roles: NOBODY, operator: true, secondFactor: true },
  'maker.restore': { roles: NOBODY, operator: true, secondFactor: true },
  'agency.register': { roles: NOBODY, operator: true, secondFactor: true },
  'operator.change': { roles: NOBODY, operator: true, secondFactor: true },
  /** Until authorities have accounts of their own it is done at the machine. */
  'decision.sign': { roles: NOBODY },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof PERMISSIONS;

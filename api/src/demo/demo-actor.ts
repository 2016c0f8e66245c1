import type { Actor } from '../context.ts';

/** Who the audit entries of the demo world name. */
export const DEMO_ACTOR: Actor = { kind: 'system', id: 'demo', name: 'the demo world' };

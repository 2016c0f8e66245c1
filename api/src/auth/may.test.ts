import { describe, expect, it } from 'vitest';
import { KEY_SCOPES, ROLES } from '@assay/contract';
import type { Actor } from '../context.ts';
import { FRESH_FACTOR_MS, may } from './may.ts';
import { type Action, PERMISSIONS, type Rule } from './permissions.ts';

const NOW = Date.parse('2026-11-25T00:00:00Z');
const factorAge = (ms: number | undefined) => ({
  id: 's',
  secondFactorAt: ms === undefined ? undefined : new Date(NOW - ms),
});
const person = { id: 'u', name: 'U' };
const member = (role: (typeof ROLES)[number], age?: number): Actor => ({
  kind: 'member',
  ...person,
  organisationId: 'ours',
  role,
  console: factorAge(age),
});
const operator = (age?: number): Actor => ({ kind: 'operator', ...person, console: factorAge(age) });
const key = (scopes: readonly (typeof KEY_SCOPES)[number][]): Actor => ({
  kind: 'key',
  ...person,
  organisationId: 'ours',
  scopes,
});
const actions = Object.entries(PERMISSIONS) as [Action, Rule][];

describe('the table of permissions', () => {
  it.each(actions)('%s is hidden from members and keys of another organisation', (action) => {
    for (const actor of [...ROLES.map((role) => member(role, 0)), key(KEY_SCOPES)])
      expect(may(actor, action, 'theirs', NOW)).toBe('hidden');
  });

  it.each(actions)(
    '%s is done by whom its row names, with a fresh factor where it asks for one',
    (action, rule) => {
      for (const role of ROLES) {
        const allowed = rule.roles.includes(role);
        expect(may(member(role, 0), action, 'ours', NOW)).toBe(allowed ? 'yes' : 'forbidden');
        const stale = allowed ? (rule.secondFactor ? 'second-factor' : 'yes') : 'forbidden';
        expect(may(member(role), action, 'ours', NOW)).toBe(stale);
        expect(may(member(role, FRESH_FACTOR_MS), action, 'ours', NOW)).toBe(stale);
      }
      expect(may(operator(0), action, 'ours', NOW)).toBe(rule.operator ? 'yes' : 'forbidden');
    },
  );

  it.each(actions)('%s is done by a key only with its scope', (action, rule) => {
    for (const scope of KEY_SCOPES)
      expect(may(key([scope]), action, 'ours', NOW)).toBe(rule.scope === scope ? 'yes' : 'forbidden');
    expect(may(key([]), action, 'ours', NOW)).toBe('forbidden');
  });

  it('gives a key nothing that asks for a person with a second factor', () => {
    expect(actions.filter(([, rule]) => rule.scope && rule.secondFactor)).toEqual([]);
  });
});

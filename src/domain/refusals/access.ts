import type { RefusalEntry } from './entry';

/** Refusals about who may do what (T-1, KL 6:30 for recusal). */
export const accessRefusals = {
  'sign-in-needed': { status: 401 },
  'not-allowed': { status: 403, rule: 'T-1' },
  'role-ended': { status: 403, rule: 'T-1' },
  'recused-from-item': { status: 403, rule: 'KL 6:28, 6:30' },
  'form-expired': { status: 403 },
  'foreign-origin': { status: 403 },
  'form-waited': { status: 401 },
  'file-not-kept': { status: 401 },
} as const satisfies Record<string, RefusalEntry>;

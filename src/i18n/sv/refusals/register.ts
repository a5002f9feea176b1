import type { registerRefusals } from '../../../domain/refusals/register';

export const register: Record<keyof typeof registerRefusals, string> = {};

import type { bodiesRefusals } from '../../../domain/refusals/bodies';

export const bodies: Record<keyof typeof bodiesRefusals, string> = {};

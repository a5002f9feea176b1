import type { meetingsRefusals } from '../../../domain/refusals/meetings';

export const meetings: Record<keyof typeof meetingsRefusals, string> = {};

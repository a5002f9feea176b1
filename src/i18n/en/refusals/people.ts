import type { peopleRefusals } from '../../../domain/refusals/people';

export const people: Record<keyof typeof peopleRefusals, string> = {};

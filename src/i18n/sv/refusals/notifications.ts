import type { notificationsRefusals } from '../../../domain/refusals/notifications';

export const notifications: Record<keyof typeof notificationsRefusals, string> = {};

import { z } from 'zod';

/** One fault, parked wake or letter that the operator has looked at. */
export const OneFault = z.object({ faultId: z.uuid() });
export type OneFault = z.infer<typeof OneFault>;

export const OneWake = z.object({ wakeId: z.uuid() });
export type OneWake = z.infer<typeof OneWake>;

export const OneMail = z.object({ mailId: z.uuid() });
export type OneMail = z.infer<typeof OneMail>;

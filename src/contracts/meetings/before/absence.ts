import { z } from 'zod';

export const ReportAbsence = z.strictObject({ meetingId: z.uuid(), seatId: z.uuid() }).meta({
  description: 'Reports that the holder of a seat cannot come; for a member the right substitute is asked.',
});
export type ReportAbsence = z.infer<typeof ReportAbsence>;

export const WithdrawAbsence = z
  .strictObject({ meetingId: z.uuid(), seatId: z.uuid() })
  .meta({ description: 'Takes back a reported absence; a substitute who was asked is told.' });
export type WithdrawAbsence = z.infer<typeof WithdrawAbsence>;

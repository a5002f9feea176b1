import { z } from 'zod';

export const AnnounceReservation = z
  .strictObject({
    itemId: z.uuid(),
    seatId: z.uuid(),
    kind: z.enum(['reservation', 'separateStatement', 'minutesNote']).default('reservation'),
    reason: z
      .string()
      .trim()
      .max(20_000)
      .nullish()
      .meta({ description: 'The written reason, if it is there already.' }),
  })
  .meta({
    description: 'A reservation, separate statement or note, announced before the meeting closes (KL 4:27).',
  });
export type AnnounceReservation = z.infer<typeof AnnounceReservation>;

export const WithdrawReservation = z
  .strictObject({ reservationId: z.uuid(), version: z.int() })
  .meta({ description: 'Takes back a reservation, statement or note before the meeting closes.' });
export type WithdrawReservation = z.infer<typeof WithdrawReservation>;

export const HandInReservationReason = z
  .strictObject({ reservationId: z.uuid(), version: z.int(), reason: z.string().trim().min(1).max(20_000) })
  .meta({ description: 'The written reason, taken until the fixed time of verification.' });
export type HandInReservationReason = z.infer<typeof HandInReservationReason>;

export const AnnouncedReservation = z.object({ reservationId: z.uuid() });

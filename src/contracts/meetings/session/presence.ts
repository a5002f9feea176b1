import { z } from 'zod';

const Mode = z.enum(['room', 'remote']);

export const RecordRollCall = z
  .strictObject({
    meetingId: z.uuid(),
    seats: z
      .array(z.strictObject({ seatId: z.uuid(), mode: z.enum(['room', 'remote', 'absent']) }))
      .min(1)
      .max(500),
    seatSubstitutes: z
      .boolean()
      .default(true)
      .meta({ description: 'Seats the present substitutes in turn where a member is absent.' }),
  })
  .meta({ description: 'The roll call: everyone present in one act.' });
export type RecordRollCall = z.infer<typeof RecordRollCall>;

const Seen = z.strictObject({
  kind: z.enum(['present', 'arrives', 'leaves', 'seated', 'unseated']),
  seatId: z.uuid(),
  forSeatId: z.uuid().nullish().meta({ description: 'The member seat that a substitute serves in.' }),
  mode: Mode.default('room'),
  reason: z.enum(['recusal', 'other']).nullish(),
});
export type Seen = z.infer<typeof Seen>;

export const RecordPresence = z
  .strictObject({ meetingId: z.uuid(), events: z.array(Seen).min(1).max(100) })
  .meta({
    description:
      'Records who comes, goes, is seated or unseated. It holds from the item that is open, or the next when that is done.',
  });
export type RecordPresence = z.infer<typeof RecordPresence>;

export const CorrectPresence = z
  .strictObject({
    eventId: z.uuid(),
    replacement: Seen.nullish().meta({
      description: 'What should have been noted; nothing: it is struck out.',
    }),
  })
  .meta({ description: 'Corrects something noted in the room; the first note stays visible as corrected.' });
export type CorrectPresence = z.infer<typeof CorrectPresence>;

export const RecordedPresence = z.object({ meetingId: z.uuid(), events: z.int(), serving: z.int() });
export type RecordedPresence = z.infer<typeof RecordedPresence>;

export const RecordAttendee = z
  .strictObject({
    meetingId: z.uuid(),
    attendeeId: z.uuid().nullish().meta({ description: 'The note to change; nothing: a new one.' }),
    itemId: z.uuid().nullish().meta({ description: 'The item they attend; nothing: the whole meeting.' }),
    personId: z.uuid().nullish(),
    name: z.string().trim().min(1).max(200),
    capacity: z.string().trim().min(1).max(200),
    mode: Mode.default('room'),
  })
  .meta({ description: 'Records someone else in the room, such as a presenter.' });
export type RecordAttendee = z.infer<typeof RecordAttendee>;

export const RecordedAttendee = z.object({ attendeeId: z.uuid() });

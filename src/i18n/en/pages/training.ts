import type { SameTexts } from '../../fill';
import type { training as swedish } from '../../sv/pages/training';

/** The day of the demo county. */
export const training: SameTexts<typeof swedish> = {
  today: 'Today is {day}.',
  change: 'Change day',
  title: 'The day of the exercise',
  lead: 'In the exercise you can go forward in time. Reminders, deadlines and appeal times in between are seen to then, and the letters are sent.',
  term: 'Today',
  nextTitle: 'Go to the next event',
  nextText: 'The next time something happens by itself is {moment}.',
  nextAct: 'Go there',
  nothingWaits: 'Nothing waits for a day just now.',
  dayHeading: 'Choose a day yourself',
  tomorrowAct: 'Go to {day}',
  dayLabel: 'Day',
  dayHint: 'Time goes forward only. Whoever started the training county can begin it anew.',
  dayAct: 'Go to the day',
};

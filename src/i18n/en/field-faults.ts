import type { SameTexts } from '../fill';
import type { fieldFaults as sv } from '../sv/field-faults';

export const fieldFaults: SameTexts<typeof sv> = {
  missing: 'Fill in or choose something here.',
  tooShort: { one: 'Write at least {count} character.', other: 'Write at least {count} characters.' },
  tooLong: {
    one: 'Write at most {count} character.',
    other: 'Write at most {count} characters. Now it is {length}.',
  },
  tooFew: { one: 'Give at least one.', other: 'Give at least {count}.' },
  tooMany: { one: 'Give at most one.', other: 'Give at most {count}.' },
  tooLow: 'The number may not be lower than {count}.',
  tooHigh: 'The number may not be higher than {count}.',
  notAChoice: 'Choose one of the alternatives.',
  notAnEmail: 'Write an email address, such as name@municipality.se.',
  notADay: 'Give a day that is in the calendar.',
  notATime: 'Give a time of the day, such as 09:00.',
  notAnAddress: 'Write a web address that begins with https://.',
  notANumber: 'Write a number in digits.',
  noFile: 'Choose a file.',
  unknownField: 'There is something here that does not belong. Remove it.',
  wrong: 'This cannot be taken as it is written. Correct it.',
};

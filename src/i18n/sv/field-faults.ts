/** What can be wrong with one field of a form, whichever form it is. */
export const fieldFaults = {
  missing: 'Fyll i eller välj något här.',
  tooShort: { one: 'Skriv minst {count} tecken.', other: 'Skriv minst {count} tecken.' },
  tooLong: { one: 'Skriv högst {count} tecken.', other: 'Skriv högst {count} tecken. Nu är det {length}.' },
  tooFew: { one: 'Ange minst en.', other: 'Ange minst {count}.' },
  tooMany: { one: 'Ange högst en.', other: 'Ange högst {count}.' },
  tooLow: 'Talet får inte vara lägre än {count}.',
  tooHigh: 'Talet får inte vara högre än {count}.',
  notAChoice: 'Välj ett av alternativen.',
  notAnEmail: 'Skriv en e-postadress, till exempel namn@kommun.se.',
  notADay: 'Ange en dag som finns i almanackan.',
  notATime: 'Ange ett klockslag, till exempel 09:00.',
  notAnAddress: 'Skriv en webbadress som börjar med https://.',
  notANumber: 'Skriv ett tal med siffror.',
  noFile: 'Välj en fil.',
  unknownField: 'Här finns en uppgift som inte hör hit. Ta bort den.',
  wrong: 'Uppgiften kan inte tas emot som den är skriven. Rätta den.',
} as const;

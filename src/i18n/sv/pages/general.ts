/** Pages and lines that any area may answer with: a refusal, a fault, a confirmation, a date that is wrong. */
export const general = {
  refusedTitle: 'Det gick inte att göra',
  notFoundTitle: 'Sidan finns inte här',
  signInTitle: 'Logga in för att fortsätta',
  notAllowedTitle: 'Du har inte rätt att göra detta',
  waitTitle: 'Vänta en stund',
  staleTitle: 'Någon annan hann före',
  faultTitle: 'Något gick fel hos oss',
  faultText:
    'Felet är antecknat. Det du redan sparat finns kvar. Försök igen om en stund, och hör av dig till systemförvaltaren om det händer igen.',
  faultReference: 'Ange referensen {reference} om du hör av dig.',
  typedHeading: 'Det du skrev',
  typedText: 'Sidan kan inte visas igen, men din text finns här. Kopiera den om du behöver den.',
  toStart: 'Till startsidan',
  goBack: 'Tillbaka till sidan du kom från',
  ruleIs: 'Regeln: {rule}',
  wrongDate: '{place}: veckodagen i ”{words}” stämmer inte. Den dagen är {day}.',
  noSuchDate: '{place}: ”{words}” finns inte i kalendern.',
} as const;

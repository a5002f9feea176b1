import type { peopleRefusals } from '../../../domain/refusals/people';

export const people: Record<keyof typeof peopleRefusals, string> = {
  'sign-in-failed':
    'E-postadressen och lösenordet hör inte ihop, eller så är kontot stängt. Kontrollera båda, eller be om en inloggningslänk i stället.',
  'link-not-usable':
    'Länken har redan använts, har gått ut eller är inte hel. En länk gäller en gång. Be om en ny på inloggningssidan.',
  'password-too-short':
    'Lösenordet ska ha minst {least} tecken. Skriv ett längre, gärna några ord efter varandra.',
  'password-too-easy':
    'Lösenordet är för lätt att gissa: det består mest av ditt namn, din adress eller få olika tecken. Välj några ord som inte hör ihop.',
  'password-current-wrong':
    'Det nuvarande lösenordet stämmer inte. Skriv det igen. Har du glömt det kan du logga in med en länk så länge.',
};

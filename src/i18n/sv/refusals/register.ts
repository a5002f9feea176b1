import type { registerRefusals } from '../../../domain/refusals/register';

export const register: Record<keyof typeof registerRefusals, string> = {
  'number-pattern-wrong':
    'Nummermönstret "{pattern}" går inte att använda. Ett ärendenummer har ett löpnummer, till exempel HMC följt av år och fyra siffror; handlingens mönster har dessutom handlingens nummer.',
  'number-given-by-series': 'Serien förs här och ger numret själv. Lämna fältet tomt.',
  'number-not-of-series':
    '"{number}" är inte skrivet som seriens nummer, till exempel {example}. Rätta numret eller välj en annan serie.',
  'number-used':
    'Diarienumret {number} finns redan. Ett nummer används en gång. Öppna det ärendet, eller ange ett annat nummer.',
  'registration-without-subject': 'Handlingen saknar ärendemening. Skriv kort vad den gäller (OSL 5:2).',
  'registration-in-future':
    'Dagen {day} har inte kommit ännu. Ange den dag då handlingen kom in eller upprättades.',
  'registration-without-sender':
    'En inkommen handling ska ha en avsändare i diariet (OSL 5:2). Ange avsändaren, eller markera att uppgiften skyddas.',
  'registration-without-recipient':
    'En utgående handling ska ha en mottagare i diariet (OSL 5:2). Ange mottagaren, eller markera att uppgiften skyddas.',
  'secrecy-marking-incomplete':
    'En sekretessmarkering ska ange bestämmelse, datum och myndighet (OSL 5:5). Fyll i alla tre.',
  'entry-cancelled-already': 'Uppgiften är redan makulerad. Registrera på nytt under ett nytt nummer.',
  'cancelling-needs-reason':
    'En makulerad uppgift syns för alltid, med skälet till makuleringen. Skriv skälet.',
  'extract-not-verified':
    '{paragraph} är inte justerad, så utdraget kan inte läggas som beslutsunderlag. Vänta på justeringen, eller lägg in ett justerat utdrag.',
};

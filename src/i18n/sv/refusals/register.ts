import type { registerRefusals } from '../../../domain/refusals/register';

export const register: Record<keyof typeof registerRefusals, string> = {
  'number-pattern-wrong':
    'Nummermönstret ”{pattern}” går inte att använda. Ett ärendenummer har ett löpnummer, till exempel HMC följt av år och fyra siffror; handlingens mönster har dessutom handlingens nummer.',
  'number-given-by-series': 'Serien förs här och ger numret själv. Lämna fältet tomt.',
  'number-not-of-series':
    '”{number}” är inte skrivet som seriens nummer, till exempel {example}. Rätta numret eller välj en annan serie.',
  'number-used':
    'Diarienumret {number} finns redan. Ett nummer används en gång. Öppna det ärendet, eller ange ett annat nummer.',
  'document-number-not-of-matter':
    '”{number}” är inte ett nummer på en handling i ärendet {matter}. Där skrivs det till exempel {example}. Rätta numret, eller registrera handlingen i det ärende som numret hör till.',
  'document-number-used':
    'Numret {number} är redan använt i ärendet. Ett nummer används en gång, och en makulerad handling behåller sitt. Läs den handlingen, eller ange ett annat nummer.',
  'document-has-number':
    'Handlingen har redan numret {number}. Ett nummer ändras aldrig. Makulera handlingen om numret är fel.',
  'matter-awaits-number':
    'Ärendet har inget diarienummer ännu, så dess handlingar kan inte få nummer. Ge ärendet dess nummer först.',
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
    'Justeringen av ”{reference}” är inte klar, så texten kan inte läggas som beslutsunderlag. Vänta på justeringen, eller lägg in ett justerat utdrag.',
  'matter-closed': 'Ärendet {matter} är avslutat, så det kan inte ändras. Öppna ärendet igen först.',
  'matter-cancelled':
    'Ärendet {matter} är makulerat och kan inte ändras eller öppnas igen. Registrera ett nytt ärende.',
  'matter-to-join-unknown':
    'Organet har inget öppet ärende med numret {number}, annat än det här. Ange diarienumret för det ärende som ska fortsätta.',
  'matter-on-agenda':
    'Ärendet är uppsatt på sammanträdet {meeting}. Ta bort punkten därifrån först, eller vänta till efter sammanträdet.',
  'matter-of-other-authority':
    'Ett ärende kan bara flyttas mellan organ hos samma myndighet. Avsluta ärendet här och lämna över handlingarna i stället.',
  'matter-open-already': 'Ärendet {matter} är redan öppet. Ladda om sidan.',
  'matter-act-needs-reason':
    'Skälet syns i diariet och behövs för den som läser ärendet senare. Skriv skälet.',
  'matter-has-drafts':
    'Ärendet har {count} utkast som inte är upprättade. Ett avslutat ärende ska vara komplett. Gör klart eller makulera utkasten först.',
  'matter-has-number':
    'Ärendet har redan diarienumret {number}. Ett nummer ändras aldrig. Makulera ärendet om numret är fel.',
  'document-cancelled': 'Handlingen är makulerad och kan inte ändras. Registrera en ny handling.',
  'document-on-agenda':
    'Handlingen hör till en punkt på föredragningslistan för {meeting}. Ta bort den från punkten först.',
  'document-made-by-meeting':
    'Handlingen görs i sammanträdet, som kallelsen och protokollet, och kan inte makuleras här. Rätta felet i sammanträdet, så görs en ny version.',
  'document-not-uploaded-here':
    'Handlingen skrivs i systemet, så en fil kan inte läggas till som ny version. Ändra texten i stället.',
  'memo-without-title': 'Tjänsteskrivelsen saknar rubrik. Skriv en rubrik som säger vad ärendet gäller.',
  'memo-section-empty': 'Avsnittet ”{section}” är tomt. Skriv avsnittet.',
  'memo-perspective-unanswered':
    '”{section}” är obesvarat. Skriv texten, eller ange varför perspektivet inte är tillämpligt.',
  'memo-without-recipients': '”Beslutet skickas till” är tomt. Välj minst en mottagare.',
  'memo-incomplete':
    'Tjänsteskrivelsen kan inte klarmarkeras ännu. Det här saknas: {missing}. Fyll i det och klarmarkera sedan.',
  'memo-unchanged':
    'Version {version} gäller redan och inget har ändrats sedan dess. Ändra texten först om en ny version behövs.',
  'memo-recipient-unknown':
    'En vald mottagare finns inte längre bland organets mottagare. Ladda om sidan och välj på nytt.',
  'memo-co-author-unknown': 'Medförfattaren ska vara handläggare i organet. Välj en annan person.',
  'text-character-unusable':
    'Tecknet ”{character}” ({codePoint}) på rad {line}, plats {column} finns inte i handlingarnas typsnitt och skulle försvinna på papperet. Ta bort eller byt tecknet.',
  'text-too-long':
    'Texten har {length} tecken och får ha högst {limit}. Korta den, eller lägg en del i en bilaga.',
};

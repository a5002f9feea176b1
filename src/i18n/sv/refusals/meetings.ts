import type { meetingsRefusals } from '../../../domain/refusals/meetings';

export const meetings: Record<keyof typeof meetingsRefusals, string> = {
  'meeting-opened':
    'Sammanträdet är redan öppnat, och det här görs innan dess. Säg det i stället till sekreteraren vid sammanträdet.',
  'meeting-closed':
    'Sammanträdet är avslutat, och det som hände där ändras inte längre. Ett fel i protokollet rättas i protokollets text före justeringen.',
  'meeting-not-opened': 'Sammanträdet är inte öppnat. Öppna sammanträdet först.',
  'meeting-not-closed':
    'Protokollet kan inte justeras förrän sammanträdet är avslutat. Avsluta sammanträdet först.',
  'meeting-ended':
    'Sammanträdet är helt avslutat: anslagen är nedtagna och tiden har gått ut. Det som återstår blir ett nytt ärende.',
  'agenda-not-approved':
    'Ordföranden har inte godkänt föredragningslistan. Kallelsen utfärdas när listan är godkänd. Be ordföranden godkänna den.',
  'summons-not-issued': 'Kallelsen är inte utfärdad. Utfärda kallelsen innan sammanträdet öppnas.',
  'minutes-verified':
    'Protokollet är justerat. Efter sista underskriften ändras, ångras eller makuleras ingenting. Ett uppenbart skrivfel rättas i en ny handling som registreras i ärendet, eller i en punkt på ett kommande sammanträde som kopplas till protokollet som en komplettering; annat blir ett nytt ärende.',
  'minutes-not-verified':
    'Protokollet är inte justerat av alla. Anslag och expediering görs när den sista har justerat.',
  'plan-without-months': 'Planens regel saknar månader. Välj minst en månad.',
  'plan-month-unknown': 'Månad {month} finns inte. Ange månader från 1 till 12.',
  'rules-of-procedure-missing':
    'Organet har inget reglemente som gäller {day}. Lägg in det reglemente som gäller då; frister och kallelse räknas ur det.',
  'plan-without-days': 'Planen har inga sammanträdesdagar. Välj en regel, eller ange minst en dag för hand.',
  'plan-adds-nothing':
    'Alla dagarna finns redan i planen för {year}. Ange en ny dag, eller ändra ett sammanträde som är planerat.',
  'plan-day-other-year': 'Dagen {day} hör inte till {year}. Lägg den i det årets plan.',
  'plan-day-passed': 'Dagen {day} har redan varit. Ett sammanträde planeras på en kommande dag.',
  'plan-empty': 'Det finns ingen plan för {year} att publicera. Planera sammanträdena först.',
  'plan-published-already': 'Planen för {year} är redan publicerad. Ändringar i den syns direkt för alla.',
  'meeting-times-reversed': 'Sammanträdet slutar {end}, före starten {start}. Rätta tiderna.',
  'meeting-day-taken': 'Organet har redan ett sammanträde {day}. Välj en annan dag.',
  'meeting-summoned':
    'Kallelsen är utfärdad, och dag, tid och plats står i den. Ändra innehållet med en ny version av föredragningslistan.',
  'item-of-other-meeting':
    'Punkten hör till ett annat sammanträde. Lägg in den som en ny punkt här, med länk till den tidigare.',
  'carried-item-not-earlier':
    'Punkt {item} hör inte till ett tidigare sammanträde. Länka till en punkt från ett tidigare sammanträde, eller lägg in punkten utan länk.',
  'carried-item-not-settled':
    'Punkt {item} är inte uppskjuten. Bara det som har återremitterats, bordlagts, skjutits upp eller utgått tas upp igen, när sammanträdet är avslutat. Lägg annars in ärendet som en ny punkt.',
  'carried-item-already':
    'Punkt {item} har redan fått en ny punkt som fortsätter den. Använd den punkten, eller ta bort den först.',
  'matter-not-open':
    'Ärendet {number} är inte öppet. Öppna det igen innan det förs upp på en föredragningslista.',
  'document-on-item-already': 'Handlingen ligger redan vid punkten. Ändra dess plats i ordningen i stället.',
  'document-closed-to-open-item':
    'Handlingen hör till en stängd punkt och kan inte läggas vid en öppen. Markera punkten som stängd, eller välj en annan handling.',
  'approval-asked-already':
    'Ordföranden har redan föredragningslistan för godkännande. Inget mer behöver göras nu.',
  'approval-not-asked':
    'Föredragningslistan ligger inte hos dig för godkännande: du har redan svarat, eller också arbetar sekreteraren vidare med den. Invänta nästa förfrågan.',
  'agenda-unchanged':
    'Version {letter} är godkänd, och ingenting har ändrats sedan dess. Inget mer behöver göras.',
  'agenda-recused-approver':
    'Du är anmäld som jävig i en stängd punkt och ser därför inte hela listan. Be vice ordföranden godkänna föredragningslistan.',
  'agenda-changed-since-approval':
    'Föredragningslistan har ändrats sedan ordföranden godkände version {letter}. Be ordföranden godkänna ändringarna innan kallelsen utfärdas.',
  'summons-issued-already':
    'Kallelsen är redan utfärdad för version {letter} av föredragningslistan. En ny version utfärdas när listan har ändrats och godkänts.',
  'summons-without-recipients':
    'Ingen har plats i organet den dagen, så kallelsen har ingen mottagare. Lägg in ledamöter och ersättare först.',
  'summons-not-sent-yet':
    'Kallelsen har inte skickats ännu, den görs fortfarande. Vänta en stund och försök igen.',
  'summons-opened-already':
    'Kallelsen är redan öppnad av den mottagaren, så inget samtal behöver antecknas. Ladda om sidan för att se vilka som återstår.',
  'summons-replaced':
    'Kallelsen har ersatts av en ny version. Anteckna samtalet vid den nya versionens mottagare.',
  'papers-not-out': 'Handlingarna lämnas ut med kallelsen. Du får ett brev när de finns här.',
  'papers-not-for-reader':
    'Du är inte kallad till den här punkten, och därför är handlingarna inte för dig. Fråga sekreteraren om du behöver dem.',
  'papers-withheld-recused':
    'Du är anmäld som jävig i punkt {items}. Därför kan du inte öppna hela paketet. Handlingarna till övriga punkter finns en och en på sidan.',
  'summons-too-late':
    'Kallelsen skulle ha skickats senast {lastDay}, {days} dagar före sammanträdet, och reglementet tillåter inte senare kallelse. Välj en senare dag för sammanträdet.',
  'late-summons-needs-reason':
    'Kallelsen skulle ha skickats senast {lastDay}, {days} dagar före sammanträdet. Den kan skickas ändå: skriv skälet, som sparas med kallelsen.',
  'remote-not-allowed':
    'Organet får inte sammanträda på distans, eftersom fullmäktige inte har beslutat det. Delta på plats, eller anmäl förhinder så att en ersättare kallas.',
  'remote-request-too-late':
    'Deltagande på distans skulle ha anmälts senast {lastDay}, {days} dagar före sammanträdet. Delta på plats, eller anmäl förhinder så att en ersättare kallas.',
  'remote-asked-already':
    'Du har redan bett om att få delta på distans. Ordföranden svarar; du ser beskedet på sammanträdets sida.',
  'remote-decided-already':
    'Ordföranden har redan tagit ställning till begäran. Kontakta sekreteraren om förutsättningarna har ändrats.',
  'remote-answered-already':
    'Ordföranden har redan svarat på begäran, så den kan inte tas tillbaka. Du får ändå delta på plats: säg till sekreteraren före uppropet. Kan du inte komma alls anmäler du förhinder.',
  'remote-withdrawn-already':
    'Begäran om att delta på distans är återtagen och behöver inget svar. Ledamoten kan begära det på nytt i tid före sammanträdet.',
  'remote-refusal-needs-reason':
    'Ett nej till att delta på distans ska ha ett skäl, så att ledamoten förstår det. Skriv skälet och svara igen.',
  'absence-already-reported':
    'Förhinder är redan anmält för {name}. Behöver det ändras, ta tillbaka anmälan.',
  'absence-not-reported':
    'Det finns inget anmält förhinder att ta tillbaka för den platsen. Du behöver inte göra något mer.',
  'substitute-ask-closed':
    'Frågan är avslutad: en ersättare är redan klar, eller så kommer ledamoten ändå. Du behöver inte göra något.',
  'substitute-ask-expired':
    'Svarstiden har gått ut och frågan har gått vidare till nästa ersättare. Kontakta sekreteraren om du ändå kan tjänstgöra.',
  'substitute-ask-answered': 'Du har redan svarat på frågan. Kontakta sekreteraren om svaret behöver ändras.',
  'recusal-decided-by-body':
    'Jävsfrågan i punkt {item} har avgjorts genom beslut (KL 6:30), så anmälan kan inte tas tillbaka av den som är jävig. Tala med ordföranden om beslutet bör prövas på nytt.',
  'recusal-item-taken-up':
    'Punkt {item} har redan tagits upp, så du kan inte ta tillbaka jävsanmälan själv. Säg till ordföranden; sekreteraren antecknar det.',
  'recusal-withdrawn-already': 'Jävsanmälan är redan återtagen. Anmäl jävet på nytt om det ändå finns.',
  'agenda-empty': 'Föredragningslistan är tom. Lägg till minst en punkt innan ordföranden godkänner den.',
  'template-item-unknown': 'Punkten finns inte i mallen. Ladda om sidan och försök igen.',
  'template-fact-unknown':
    'Uppgiften {fact} finns inte för något sammanträde. Skriv meningen utan den, eller med någon av {known}.',
  'template-full': 'Mallen har redan {most} punkter. Ta bort någon innan du lägger till en ny.',
  'item-not-on-agenda': 'Punkten finns inte på föredragningslistan. Ladda om sidan och försök igen.',
  'position-outside-agenda': 'Plats {position} finns inte på listan. Ange ett nummer från 1 till {last}.',
  'item-without-title': 'Punkt {item} saknar rubrik. Skriv vad punkten gäller.',
  'item-must-be-closed':
    'Punkt {item} är myndighetsutövning mot enskild och ska hållas inom stängda dörrar (KL 6:25). Markera punkten som stängd.',
  'closed-item-without-public-title':
    'Punkt {item} är stängd och saknar offentlig rubrik. Skriv en rubrik som kan visas för alla.',
  'item-already-withdrawn':
    'Punkt {item} är redan utgången. Ta upp ärendet som en ny punkt om det ska behandlas.',
  'item-already-treated':
    'Punkt {item} är redan behandlad och kan inte utgå. Rätta i stället det som är antecknat om den.',
  'item-approved':
    'Punkt {item} står i en godkänd föredragningslista och kan inte tas bort. Låt den utgå, med skäl.',
  'item-has-sub-items': 'Punkt {item} har underpunkter. Ta bort dem först, eller låt punkten utgå med skäl.',
  'item-has-links':
    'Till punkt {item} hör jäv, yrkanden, närvaro, ett uppdrag som återkommer eller en senare punkt, så den kan inte tas bort. Låt den utgå, med skäl.',
  'withdrawal-needs-reason': 'Punkt {item} kan utgå, men skälet ska framgå av protokollet. Skriv skälet.',
  'recusal-already-declared': 'Jäv är redan anmält för punkt {item}. Inget mer behöver göras.',
  'recusal-after-decision':
    'Punkt {item} är redan behandlad, så jäv kan inte längre anmälas för den. Tala med ordföranden; en brist kan prövas vid överklagande.',
  'recusal-after-sub-item':
    'En underpunkt till punkt {item} är redan avgjord, och jäv i punkten gäller också för den, så det kan varken antecknas eller tas tillbaka. Gäller jävet det som återstår, anteckna det vid den underpunkten; i övrigt kan en brist prövas vid överklagande.',
  'recusal-after-vote':
    'Voteringen i punkt {item} gäller som den gjordes, så jäv kan varken antecknas eller tas tillbaka. Ska den göras om, öppna en ny votering, ändra jävet och rösta om.',
  'recusal-needs-circumstance':
    'Ange den särskilda omständighet som gör dig jävig (KL 6:28). En kort mening räcker.',
  'seat-unknown': 'Platsen finns inte i organet, eller har ingen innehavare. Välj en person ur listan.',
  'already-present':
    'Personen är redan antecknad som närvarande. Anteckna i stället när personen går, eller stryk anteckningen om den är fel.',
  'not-present': 'Personen är inte antecknad som närvarande. Anteckna ankomsten först.',
  'item-not-open': 'Ingen punkt är öppen. Öppna punkten som ändringen ska gälla från.',
  'substitute-of-other-principal':
    'Ersättaren är vald av en annan huvudman. En ledamot ersätts bara av ersättare från samma huvudman. Välj en sådan, eller låt platsen stå tom.',
  'member-serves-the-seat':
    'Ledamoten på plats {seat} tjänstgör själv. En ersättare går in först när ledamoten är borta eller jävig.',
  'substitute-in-the-seat':
    'På plats {seat} tjänstgör redan en ersättare. Anteckna först att den ersättaren går ut, och sedan vem som går in.',
  'substitute-recused':
    'Ersättaren är jävig i punkten och får inte tjänstgöra. Välj nästa ersättare från samma huvudman.',
  'substitute-not-present':
    'Ersättaren är inte i rummet. Anteckna ankomsten först, eller välj en ersättare som är här.',
  'substitute-serves-already':
    'Ersättaren tjänstgör redan. En person har en plats i taget: välj en annan ersättare från samma huvudman.',
  'substitute-does-not-serve':
    'Ersättaren tjänstgör inte, så det finns ingen plats att lämna. Ladda om sidan och se vem som tjänstgör.',
  'left-may-not-serve-again':
    'Den som har avbrutit sin tjänstgöring av annat skäl än jäv får inte tjänstgöra igen samma dag enligt reglementet (jämför KL 5:20). Personen får vara med i rummet. Välj en annan ersättare.',
  'substitute-out-of-turn':
    'Ersättare {first} står före ersättare {chosen} i huvudmannens turordning. Sätt in ersättare {first}.',
  'not-quorate':
    'Nämnden är inte beslutför: {serving} tjänstgör, och {needed} behövs (KL 6:27). Sätt in ersättare eller ajournera. Annars tas punkten upp vid ett senare sammanträde.',
  'ballot-of-one-who-does-not-serve':
    'Bara den som tjänstgör i punkten får rösta. Kontrollera vem som sitter på platsen.',
  'may-not-abstain':
    'I ett ärende om myndighetsutövning mot enskild får den som deltar inte avstå från att besluta (KL 4:26). Anteckna ja eller nej.',
  'ballot-twice': 'Samma plats har två röster. Var och en har en röst: ta bort den ena.',
  'ballots-missing':
    'Röster saknas från {missing} av dem som tjänstgör. Anteckna ja, nej eller avstår för var och en innan voteringen stängs.',
  'chair-must-vote':
    'Rösterna är lika, {yes} mot {no}, och ordföranden har avstått. Ordföranden ska rösta när det behövs för att avgöra ärendet. Anteckna ordförandens röst.',
  'decision-without-points': 'Beslutet saknar beslutspunkter. Skriv vad nämnden beslutar, en punkt i taget.',
  'decision-takes-no-points':
    'Protokollet ska visa vad som beslutades (KL 5:66). Vid avslag, återremiss, bordläggning och uppskov, och när punkten utgår, är det utfallet och skälet, och beslutspunkter hör inte till. Ta bort beslutspunkterna. Skriv varför under Skäl och vad någon ska göra under Uppdrag.',
  'points-not-numbered':
    'Beslutspunkterna är inte numrerade i följd: punkt {number} saknas. Numrera dem från 1.',
  'point-without-text': 'Beslutspunkt {number} är tom. Skriv punkten eller ta bort den.',
  'referral-needs-reason':
    'En återremiss ska säga varför ärendet går tillbaka och vad som ska kompletteras. Skriv skälet.',
  'postponement-needs-reason': 'Ett uppskjutet ärende ska ha ett skäl. Skriv skälet.',
  'withdrawal-needs-reason-in-minutes': 'Protokollet ska säga varför ärendet utgår. Skriv skälet.',
  'condition-needs-conditional':
    'Det som ska vara klart hör till utfallet Bifall med villkor. Välj det utfallet, eller ta bort villkoret.',
  'condition-needs-what':
    'Ett villkorat beslut ska säga vad som ska kompletteras. Skriv det; vem och när anges före justeringen.',
  'statement-kind-not-used':
    'Organet använder inte den här sortens anteckning i protokollet. Välj en annan, eller lämna uppgiften till sekreteraren.',
  'reservation-after-close':
    'Reservationen anmäldes inte innan sammanträdet avslutades, och kan därför inte tas emot (KL 4:27). Skälen till en anmäld reservation kan lämnas skriftligt fram till justeringen.',
  'reservation-without-taking-part':
    'Bara den som har deltagit i avgörandet av ärendet får reservera sig (KL 4:27). Den som inte tjänstgjorde kan be om en anteckning till protokollet där reglementet tillåter det.',
  'reservation-before-decision':
    'Ärendet är inte avgjort ännu. Reservera dig när beslutet är fattat, innan sammanträdet avslutas.',
  'reservation-already-announced':
    'Reservationen är redan antecknad. Skälen kan lämnas skriftligt fram till justeringen.',
  'reservation-withdrawn-already':
    'Anmälan är redan återtagen. Vill du reservera dig anmäler du det på nytt innan sammanträdet avslutas.',
  'reservation-stands-after-close':
    'Sammanträdet är avslutat, så reservationen hör till protokollet och kan inte tas tillbaka här (KL 4:27). Blev den fel kan du före tiden för justering lämna en skriftlig motivering som säger att du tar tillbaka den.',
  'reservation-reason-too-late':
    'Tiden för justeringen är inne, så den skriftliga motiveringen kan inte längre tas emot. Själva reservationen står kvar i protokollet.',
  'sub-item-before-its-item': 'Delpunkten behandlas när punkt {item} är uppe. Ta upp punkt {item} först.',
  'sub-items-taken-already':
    'Punkt {item} har en delpunkt som redan är upptagen och står i punktens paragraf. Om den är öppen eller stängd kan inte ändras nu; avsluta behandlingen som den är.',
  'closed-sub-item':
    'En stängd delpunkt under en öppen punkt kan inte få ett eget beslut: punktens paragraf publiceras. Gör den till en egen stängd punkt eller stäng hela punkt {item}.',
  'item-decided-already': 'Punkt {item} är redan avgjord. Ändra beslutet om något är fel antecknat.',
  'motion-of-one-who-does-not-serve':
    'Den som inte tjänstgör i punkten kan inte yrka. Anteckna först att personen tjänstgör, eller välj den som gör det.',
  'motion-withdrawn-already': 'Yrkandet är redan återtaget. Anteckna ett nytt yrkande om det ställs igen.',
  'motion-of-other-item':
    'Yrkandet hör till en annan punkt. Ladda om sidan och välj ett yrkande som gäller den här punkten.',
  'vote-closed-already': 'Voteringen är redan avslutad. Ska den göras om, öppna en ny votering.',
  'ballots-not-cast': 'Namnuppropet är inte antecknat ännu. Anteckna rösterna först.',
  'ballots-unchanged':
    'Rösterna är desamma som förut. Ändra den röst som blev fel, eller avsluta voteringen.',
  'ballots-cast-already':
    'Namnuppropet är redan antecknat. Rätta den röst som blev fel innan du avslutar voteringen.',
  'presence-after-last-item':
    'Punkt {item} är färdig och ingen punkt återstår, så den som kommer eller går nu påverkar inget beslut. Ska en tidigare punkt tas upp igen: ta upp den först och anteckna sedan.',
  'presence-contradicts-vote':
    'Rättelsen stämmer inte med voteringen i punkt {item}, som gäller som den gjordes. Kom eller gick någon efter voteringen: anteckna det nu, så gäller det från nästa punkt.',
  'presence-not-quorate':
    'Med rättelsen skulle nämnden inte ha varit beslutför när punkt {item} avgjordes: {serving} tjänstgörande, och {needed} behövs (KL 6:27). Kontrollera vilka som kom, gick och tjänstgjorde, och rätta den anteckning som är fel.',
  'item-voted-already':
    'Voteringen i punkt {item} är stängd och gäller som den gjordes. Gå till punkten och anteckna beslutet i stället för att ta upp den igen.',
  'presence-corrected-already': 'Anteckningen är redan rättad. Ladda om sidan och rätta den som gäller.',
  'verification-too-late':
    'Protokollet ska justeras senast {days} dagar efter sammanträdet, alltså {last} (kommunallagen 5 kap. 69 §). Välj den dagen eller en tidigare.',
  'verification-before-meeting':
    'Protokollet kan inte justeras före sammanträdesdagen {day}. Ange den dagen eller en senare.',
  'earlier-meeting-not-closed':
    'Sammanträdet {day} i samma nummerserie är inte avslutat, och dess paragrafer ska numreras först. Avsluta det sammanträdet.',
  'vote-not-closed': 'En votering pågår. Avsluta den först, eller tryck på ”Öppnades av misstag”.',
  'item-not-treated':
    'Punkt {item} är inte behandlad. Behandla den, låt den utgå eller skjut upp den innan sammanträdet avslutas.',
  'item-not-decided':
    'Punkt {item} saknar beslut. Anteckna vad nämnden beslutade innan sammanträdet avslutas.',
};

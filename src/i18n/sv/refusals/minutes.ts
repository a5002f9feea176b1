import type { minutesRefusals } from '../../../domain/refusals/minutes';

export const minutes: Record<keyof typeof minutesRefusals, string> = {
  'meeting-ends-before-it-begins':
    'Sammanträdet kan inte sluta innan det har börjat. Rätta tiderna så att sluttiden kommer efter starttiden.',
  'minutes-without-paragraphs':
    'Protokollet har inga paragrafer. Avsluta sammanträdet så att punkterna får sina nummer.',
  'minutes-without-writer': 'Protokollet saknar protokollförare. Ange vem som har skrivit det.',
  'minutes-without-chair':
    'Det framgår inte vem som var ordförande, och protokollet förs på ordförandens ansvar (KL 6:35). Ange under Vem leder sammanträdet vem som gör det.',
  'verifiers-missing':
    '{chosen} justerare är utsedda, och reglementet kräver {needed} utöver ordföranden. Utse rätt antal.',
  'verification-day-and-place-missing':
    'Dag och plats för justeringen saknas. De beslutas av organet och står på protokollets första sida. Fyll i dem.',
  'paragraph-without-serving': '§ {paragraph} visar inte vilka som har tjänstgjort. Rätta närvaron.',
  'paragraph-without-decision': '§ {paragraph} saknar beslut. Anteckna vad nämnden beslutade.',
  'paragraph-not-quorate':
    '§ {paragraph} har ett beslut, men nämnden var inte beslutför enligt närvaron. Rätta närvaron om den är fel.',
  'paragraph-without-points': '§ {paragraph} saknar beslutspunkter. Skriv vad nämnden beslutade.',
  'paragraph-without-reason': '§ {paragraph} saknar skälet till att ärendet inte avgjordes. Skriv skälet.',
  'motion-without-text':
    '§ {paragraph} har ett yrkande utan text. Skriv vad som yrkades, eller anteckna att yrkandet togs tillbaka.',
  'paragraph-without-propositions':
    '§ {paragraph} har fler än ett förslag men ingen propositionsordning. Ange i vilken ordning ordföranden ställde förslagen.',
  'paragraph-vote-open':
    'Voteringen i § {paragraph} är inte stängd. Stäng den så att resultatet kan redovisas.',
  'paragraph-vote-incomplete':
    'Voteringen i § {paragraph} visar inte hur alla tjänstgörande röstade. Rätta rösterna eller närvaron.',
  'assignment-without-owner': 'Ett uppdrag i § {paragraph} saknar ansvarig. Ange vem som fick uppdraget.',
  'assignment-without-day':
    'Ett uppdrag i § {paragraph} saknar dag för återrapport. Bekräfta den föreslagna dagen eller välj en annan.',
  'condition-not-followed':
    '§ {paragraph} är ett villkorat beslut utan bevakning. Ange vad som ska kompletteras, av vem och när.',
  'condition-without-owner': 'Kompletteringen i § {paragraph} saknar ansvarig. Ange vem som ska komplettera.',
  'condition-without-day': 'Kompletteringen i § {paragraph} saknar dag. Ange när den ska vara klar.',
  'minutes-presented-already':
    'Protokollet är lämnat för justering, och texten är låst. Ta tillbaka det för ändring först.',
  'minutes-not-frozen':
    'Den text som ska undertecknas håller på att göras. Vänta en stund, ladda om sidan och underteckna sedan.',
  'minutes-not-presented':
    'Protokollet är inte lämnat för justering. Sekreteraren lämnar det när det är komplett.',
  'digital-verification-not-allowed':
    'Organets reglemente tillåter inte digital justering, eftersom fullmäktige inte har beslutat om sättet (KL 5:69). Lägg in beslutet i reglementet först.',
  'not-a-verifier':
    'Du är inte utsedd att justera det här protokollet. Det gör ordföranden och den som utsågs vid sammanträdet.',
  'already-signed': 'Du har redan justerat det här protokollet. Inget mer behöver göras.',
  'writer-signs-first':
    'Protokollföraren ska skriva under först. Vänta tills det är gjort; du får en påminnelse.',
  'chair-signs-first':
    'Ordföranden justerar före de valda justerarna. Vänta tills det är gjort; du får en påminnelse.',
  'text-changed-since-read':
    'Protokollet har ändrats sedan du läste det. Läs den nya texten och justera sedan.',
  'minutes-verified-no-edit':
    'Protokollet är justerat av alla och ändras inte. Ett uppenbart skrivfel rättas i en ny handling som registreras i ärendet, eller i en punkt på ett kommande sammanträde som kopplas till protokollet som en komplettering; annat blir ett nytt ärende.',
  'edit-after-signature-needs-reason':
    'Redan lämnade underskrifter ({given}) upphävs om texten ändras. Skriv skälet till ändringen.',
  'verifier-has-signed':
    'Justeraren har redan justerat och behöver inte ersättas. Ladda om sidan och se vem som återstår.',
  'replacement-needs-reason': 'Skriv varför justeraren är förhindrad. Skälet sparas med bytet.',
  'verifier-did-not-serve':
    'Bara den som tjänstgjorde vid sammanträdet kan justera protokollet. Välj någon av dem.',
  'verifier-signs-already':
    'Personen skriver redan under protokollet. Välj en annan av dem som tjänstgjorde.',
  'presiding-not-serving':
    'Den som leder sammanträdet ska tjänstgöra. Välj någon av dem som tjänstgör nu, eller anteckna först att personen har kommit.',
  'chair-verifies-already':
    'Den som leder sammanträdet, eller har lett någon punkt, justerar som ordförande. Välj en annan ledamot att justera jämte ordföranden.',
  'verifier-twice': 'Samma person är vald två gånger. Välj olika justerare.',
  'posting-confirmed-already':
    'Anslaget är redan bekräftat för den tavlan. En felaktig dag rättas, med skäl.',
  'posting-not-confirmed': 'Anslaget på den tavlan är inte bekräftat. Bekräfta först när det sattes upp.',
  'posting-before-verification':
    'Anslaget anges uppsatt {stated}, men protokollet justerades {verified}. Ange den dag som står på anslaget, tidigast justeringsdagen.',
  'posting-in-future': 'Dagen {stated} har inte kommit ännu. Bekräfta anslaget när det sitter uppe.',
  'posting-same-day': 'Anslaget är redan bekräftat uppsatt den {day}. Ange den dag som är rätt.',
  'posting-after-missing':
    'Anslaget kan inte ha satts upp {stated}, eftersom det är anmält som saknat från och med {missing}. Ange en dag till och med {missing}. Kom det upp igen senare än vad som är antecknat, anmäl det i stället som saknat från den dag det antecknades vara uppe och ange när det sitter uppe igen, så räknas överklagandetiden därifrån.',
  'posting-day-passed':
    'Dagen {stated} har redan passerat. Välj i dag eller senare. En tavla som redan bär anslaget bekräftas med den dag som står på det.',
  'posting-day-after-last':
    'Anslagsdagen {stated} är för sen: justeringen ska tillkännages senast andra dagen efter den, alltså senast {last} (kommunallagen 8 kap. 12 §). Välj en dag till och med {last}. Hinner en tavla inte, bekräftas den med sin egen dag.',
  'posting-day-after-late':
    'Sista dagen för anslaget har redan passerat (kommunallagen 8 kap. 12 §), så anslaget ska upp snarast. Välj en dag från i dag till och med {last}, inte {stated}.',
  'correction-needs-sign-in':
    'Överklagandetiden ser ut att ha gått ut, och en rättad dag räknar om den för alla. Logga in och rätta dagen där, eller skriv till sekreteraren.',
  'posting-stated-signed-in':
    'Dagen är bekräftad eller rättad av någon som var inloggad, så den rättas inte med länken. Logga in och rätta den där, eller skriv till sekreteraren.',
  'correction-needs-reason':
    'En rättad dag ska ha ett skäl, eftersom överklagandetiden räknas från den. Skriv skälet.',
  'posting-down-already': 'Nedtagningen är redan bekräftad för den tavlan. En felaktig dag rättas, med skäl.',
  'appeal-time-over':
    'Domstolen har svarat eller anslaget har tagits ned, så anslagets dagar ändras inte längre (kommunallagen 13 kap. 5 §). Kontakta en jurist om anslaget ändå var fel.',
  'posting-missing-already':
    'Anslaget är redan anmält som saknat på den tavlan. Anmäl i stället när det sitter uppe igen.',
  'posting-not-missing':
    'Anslaget är inte anmält som saknat på den tavlan, så det finns inget att återställa. Ladda om sidan och se vad som gäller för tavlan.',
  'missing-day-outside':
    'Dagen ska ligga mellan {from} och {to}. Välj den dag då anslaget saknades eller kom upp igen.',
  'minutes-no-longer-published':
    'Protokollet visas inte längre här: den tid som nämnden har bestämt efter att anslaget togs ned är slut. Originalet finns kvar. Begär att få ta del av det hos {host}, {mailbox}.',
  'posting-not-down':
    'Nedtagningen är inte bekräftad för den tavlan, så det finns ingen dag att rätta. Bekräfta nedtagningen.',
  'take-down-needs-reason':
    'En rättad nedtagningsdag ska ha ett skäl, eftersom dagen står i anslagsbeviset. Skriv skälet.',
  'take-down-same-day': 'Nedtagningen är redan bekräftad den {day}. Ange den dag som är rätt.',
  'take-down-before-all-boards':
    'Anslaget sitter inte uppe på alla tavlor ännu, så överklagandetiden har inte börjat. Låt det sitta kvar.',
  'take-down-too-early':
    'Anslaget ska sitta uppe till och med {endsOn}, då överklagandetiden går ut. Ta ned det tidigast {earliest}. Har det redan försvunnit, sätt upp det igen och anmäl det till sekreteraren.',
  'take-down-in-future': 'Dagen {day} har inte kommit ännu. Bekräfta nedtagningen när den är gjord.',
  'court-answer-before-announced':
    'Protokollet är inte anslaget på alla tavlor, så överklagandetiden har inte börjat. Fråga domstolen när den har gått ut.',
  'court-answer-too-early':
    'Överklagandetiden går ut {endsOn}. Domstolens svar gäller först om det är lämnat efter den dagen. Fråga då.',
  'court-answer-recorded':
    'Domstolens svar är redan antecknat. Kommer ett nytt besked från domstolen, registrera det som inkommen handling i ärendet.',
  'court-answer-in-future': 'Dagen {day} har inte kommit ännu. Ange den dag då domstolen svarade.',
  'court-answer-needs-reference':
    'Ange domstolens beteckning eller vem som svarade, så att uppgiften går att kontrollera.',
  'appeal-not-said':
    'Det finns överklagade paragrafer i svaret, men inte att någon har överklagat. Kryssa i att någon har överklagat, eller ta bort paragraferna.',
  'appeal-needs-case-number':
    'Domstolen har svarat att beslut är överklagade. Ange målnummer för varje paragraf som är överklagad.',
  'supplement-of-other-body':
    'Protokollet hör till ett annat organ. Välj ett av organets egna tidigare protokoll.',
  'supplement-of-later-minutes':
    'Protokollet från {day} är inte äldre än sammanträdet. En komplettering gäller ett tidigare protokoll.',
  'supplement-of-unverified-minutes':
    'Protokollet från {day} är inte justerat. Ändra det i protokollet före justeringen i stället för att komplettera det.',
  'supplement-without-points': 'Kompletteringen är tom. Skriv vad som ska läggas till, en punkt i taget.',
};

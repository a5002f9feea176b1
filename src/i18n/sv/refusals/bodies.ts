import type { bodiesRefusals } from '../../../domain/refusals/bodies';

export const bodies: Record<keyof typeof bodiesRefusals, string> = {
  'substitutes-not-as-many-as-members':
    'Nämnden har {members} ledamöter och {substitutes} ersättare. I en gemensam nämnd ska ersättarna vara lika många som ledamöterna (KL 9:24). Lägg till eller ta bort platser så att antalen stämmer.',
  'principal-without-member':
    '{principal} saknar ledamot. Varje samverkande huvudman ska ha minst en ledamot (KL 9:24). Lägg till en ledamotsplats.',
  'principal-without-substitute':
    '{principal} saknar ersättare. Varje samverkande huvudman ska ha minst en ersättare (KL 9:24). Lägg till en ersättarplats.',
  'seat-number-twice': 'Två platser har ordningsnummer {ordinal}. Ge varje plats ett eget nummer i listan.',
  'seat-period-reversed': 'Uppdraget slutar {until}, före det börjar {from}. Rätta datumen.',
  'seat-taken':
    'Platsen innehas redan från {from} till {until}. En plats har en innehavare per dag. Avsluta det tidigare uppdraget först, eller välj en annan dag.',
  'person-has-a-seat':
    'Personen har redan en plats i organet sedan {from}. Avsluta det uppdraget först, eller välj en annan person.',
  'chair-taken': 'Organet har redan en ordförande sedan {from}. Avsluta det uppdraget först.',
  'vice-chair-taken': 'Organet har redan en vice ordförande sedan {from}. Avsluta det uppdraget först.',
  'term-entered-otherwise':
    'Uppdraget är redan infört med ett annat parti eller en annan post, och ett infört uppdrag ändras inte. Skriv raden så som uppdraget är infört, och lägg till en ny rad från den dag då ändringen gäller.',
  'seat-held-at-meeting':
    'Organet har sammanträtt {day}, och vem som hade platsen den dagen ändras inte i efterhand. Låt ändringen gälla från en senare dag.',
  'rules-setting-missing': 'Inställningen ”{field}” saknas i reglementet. Ange {accepts}.',
  'rules-setting-wrong': 'Inställningen ”{field}” har ett värde som inte går att använda. Ange {accepts}.',
  'rules-setting-unknown':
    'Reglementet har ingen inställning som heter ”{field}”. Ta bort den eller rätta namnet.',
  'rules-verification-beyond-law':
    'Reglementet ger {days} dagar till justering. Protokollet ska justeras senast 14 dagar efter sammanträdet (KL 5:69, 6:35). Ange högst 14.',
  'rules-notice-beyond-law':
    'Reglementet ger {days} dagar till anslag. Justeringen ska tillkännages senast andra dagen efter den (KL 8:12). Ange högst 2.',
  'rules-appeal-weeks':
    'Reglementet anger {weeks} veckors överklagandetid. Tiden är tre veckor från tillkännagivandet (KL 13:5). Ange 3.',
  'rules-court-without-address':
    'Ange både vilken förvaltningsrätt som prövar besluten och dess adress, eller ingetdera. Den som överklagar behöver båda.',
  'rules-quorum-below-law':
    'En nämnd får besluta bara när mer än hälften av ledamöterna är närvarande (KL 6:27). Ange ”moreThanHalfOfSeats”, det vill säga mer än hälften av platserna.',
  'rules-no-notice-board':
    'En nämnds justerade protokoll ska tillkännages på anslagstavla, för en gemensam nämnd hos varje huvudman (KL 8:12, 9:32). Ange tavlor.',
  'rules-reservations-by-law':
    'Rätten att reservera sig följer av lag och kan inte stängas av för en nämnd (KL 4:27). Slå på reservationer.',
  'rules-remote-without-decision':
    'Deltagande på distans kräver beslut av fullmäktige (KL 6:24). Ange beslutet, eller stäng av deltagande på distans.',
  'rules-digital-verification-without-decision':
    'Digital justering kräver att fullmäktige har beslutat om sättet (KL 5:69). Ange beslutet, eller stäng av digital justering.',
  'rules-submission-after-papers':
    'Stopptiden ligger {submission} dagar före sammanträdet, men handlingarna ska ut {papers} dagar före. Lägg stopptiden på samma dag eller tidigare.',
  'rules-reminder-before-meeting':
    'Påminnelser om justering ska ligga inom de {days} dagar som justeringen får ta. Ange färre dagar före sista dagen.',
  'rules-with-faults':
    'Reglementet har {count} fel: {faults}. Rätta inställningarna och lägg in reglementet igen.',
  'rules-overlap':
    'Version {number} av reglementet gäller redan från {from}. Två versioner kan inte gälla samma dag. Välj en senare dag.',
  'host-not-among-principals':
    'Värdkommunen ska vara en av de samverkande huvudmännen (KL 9:19). Lägg till den bland huvudmännen.',
  'paired-seat-unknown':
    'Ersättarplats {ordinal} är knuten till ledamotsplats {paired}, som inte finns. Rätta numret eller ta bort knytningen.',
  'seat-of-other-principal':
    'Plats {ordinal} ({kind}) tillhör en huvudman som inte samverkar i organet. Rätta platsens huvudman, eller lägg till huvudmannen i organet.',
  'body-name-taken': 'Adressnamnet ”{slug}” används redan av ett annat organ. Välj ett annat.',
  'series-code-taken':
    'Myndigheten har redan en nummerserie med beteckningen {code}. Välj en annan beteckning.',
  'series-of-other-authority':
    'Nummerserien tillhör en annan myndighet än organets. Välj en serie som organets myndighet har.',
  'recipient-incomplete': 'Mottagaren saknar {field}. Utan den går beslut inte att expediera. Fyll i den.',
  'holder-already-ended':
    'Uppdraget är redan avslutat {day}, och ett avslutat uppdrag ändras inte, så att äldre protokoll förblir rätta. Ska personen fortsätta, lägg in ett nytt uppdrag från den dag då det börjar.',
  'email-taken':
    'Adressen {email} tillhör redan en person. Sök upp personen i stället för att lägga upp en ny.',
  'role-already-ended': 'Rollen är redan avslutad {day}. Ge rollen på nytt om den ska gälla igen.',
  'role-period-reversed': 'Rollen slutar {until}, före den börjar {from}. Rätta datumen.',
};

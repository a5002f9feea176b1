import type { TaskKind } from '../../domain/notifications/task-kinds';

/**
 * The words of one kind of task (N-1): what to do, what happens otherwise, and the button. `{day}` is the meeting's
 * day in words, `{body}` the body's name; the facts of each kind stand in domain/notifications/task-facts.ts.
 */
export interface TaskTexts {
  readonly what: string;
  /** Where the task's row does not say the body's own rule. */
  readonly rule?: string;
  readonly consequence: string;
  readonly button: string;
}

export const tasks: Readonly<Record<TaskKind, TaskTexts>> = {
  writeMemo: {
    what: 'Skriv klart tjänsteskrivelsen i ärende {matter}',
    rule: 'reglementet',
    consequence: 'ärendet kommer till nämnden utan underlag',
    button: 'Till tjänsteskrivelsen',
  },
  buildAgenda: {
    what: 'Gör föredragningslistan till sammanträdet {day} färdig för ordföranden',
    consequence: 'ordföranden får den som den är när stopptiden har gått ut',
    button: 'Till föredragningslistan',
  },
  memosLate: {
    what: 'Tjänsteskrivelser som inte är klara till sammanträdet {day}: {count}',
    rule: 'reglementet',
    consequence: 'ärendena kommer till nämnden utan underlag',
    button: 'Visa vilka',
  },
  addMemo: {
    what: 'Tjänsteskrivelsen i ärende {matter} är klar: lägg till den vid punkt {item} på sammanträdet {day}',
    rule: 'nämndens rutin',
    consequence: 'ledamöterna får inte tjänsteskrivelsen till sammanträdet',
    button: 'Till punkten',
  },
  approvalWaiting: {
    what: 'Bevaka att ordföranden godkänner föredragningslistan till sammanträdet {day}',
    consequence: 'kallelsen kan inte utfärdas',
    button: 'Visa sammanträdet',
  },
  approveAgenda: {
    what: 'Godkänn föredragningslistan till sammanträdet {day}',
    rule: 'reglementet',
    consequence: 'kallelsen kan inte utfärdas',
    button: 'Läs och godkänn',
  },
  agendaReturned: {
    what: 'Ordföranden har lämnat tillbaka föredragningslistan till sammanträdet {day}: ändra den och skicka den igen',
    rule: 'reglementet',
    consequence: 'kallelsen kan inte utfärdas',
    button: 'Läs synpunkterna',
  },
  issueSummons: {
    what: 'Utfärda kallelsen till sammanträdet {day}',
    consequence: 'kallelsen går ut för sent och skälet ska antecknas',
    button: 'Till kallelsen',
  },
  ringUnopened: {
    what: 'Ring dem som inte har öppnat kallelsen till sammanträdet {day}',
    rule: 'nämndens rutin',
    consequence: 'någon kan komma oförberedd eller utebli',
    button: 'Visa vilka',
  },
  answerSubstituteAsk: {
    what: 'Svara om du kan tjänstgöra på sammanträdet {day}',
    rule: 'KL 6:16',
    consequence: 'frågan går vidare till nästa ersättare',
    button: 'Svara',
  },
  noSubstituteLeft: {
    what: 'Ingen ersättare från {principal} kan tjänstgöra {day}',
    rule: 'KL 6:16',
    consequence: 'platsen står tom på sammanträdet',
    button: 'Visa platsen',
  },
  decideRemote: {
    what: 'Bestäm om {person} får delta på distans {day}',
    rule: 'KL 6:24',
    consequence: 'ledamoten vet inte om en plats på distans är ordnad',
    button: 'Ta ställning',
  },
  readPapers: {
    what: 'Läs handlingarna till sammanträdet {day}',
    consequence: 'du är inte förberedd när ärendena behandlas',
    button: 'Öppna handlingarna',
  },
  openMeeting: {
    what: 'Öppna sammanträdet {day}',
    consequence: 'det går inte att anteckna närvaro och beslut',
    button: 'Till sammanträdet',
  },
  closeMeeting: {
    what: 'Avsluta sammanträdet {day}',
    rule: 'KL 6:35',
    consequence: 'protokollet kan inte skrivas och inga dagar börjar räknas',
    button: 'Till sammanträdet',
  },
  writeReservationReason: {
    what: 'Lämna in din skrivna motivering från sammanträdet {day}',
    rule: 'KL 4:27',
    consequence: 'protokollet säger bara att du har anmält den',
    button: 'Skriv motiveringen',
  },
  writeMinutes: {
    what: 'Gör protokollet från {day} färdigt för justering',
    rule: 'KL 5:69',
    consequence: 'protokollet justeras för sent',
    button: 'Skriv protokollet',
  },
  answerComments: {
    what: 'Läs kommentarerna till protokollet från {day}',
    rule: 'KL 5:69',
    consequence: 'protokollet kan undertecknas som det står, och därefter ändras det inte',
    button: 'Läs kommentarerna',
  },
  verifyMinutes: {
    what: 'Justera protokollet från {day}',
    rule: 'KL 5:69',
    consequence: 'besluten kan inte anslås och överklagandetiden börjar inte',
    button: 'Läs och justera',
  },
  verificationLate: {
    what: 'Protokollet från {day} är inte justerat i tid',
    rule: 'KL 5:69',
    consequence: 'besluten kan inte anslås och överklagandetiden börjar inte',
    button: 'Visa vad som fattas',
  },
  boardsToPost: {
    what: 'Bevaka att anslaget om sammanträdet {day} kommer upp på alla anslagstavlor senast {postingDay}',
    rule: 'KL 8:12, 9:32',
    consequence: 'överklagandetiden börjar senare för alla huvudmän',
    button: 'Visa anslaget',
  },
  postNotice: {
    what: 'Sätt upp anslaget om sammanträdet {day} senast {postingDay}',
    rule: 'KL 8:12',
    consequence: 'överklagandetiden börjar senare för alla huvudmän',
    button: 'Till anslaget',
  },
  noticeBounced: {
    what: 'Ring {principal}: brevet om anslaget från sammanträdet {day} kom inte fram. Anslaget ska sättas upp {postingDay}',
    rule: 'KL 8:12',
    consequence: 'överklagandetiden börjar inte',
    button: 'Visa anslaget',
  },
  noticeLate: {
    what: 'Anslaget om sammanträdet {day} är inte uppsatt hos {principal}',
    rule: 'KL 8:12',
    consequence: 'överklagandetiden börjar inte',
    button: 'Visa anslaget',
  },
  noticeMissing: {
    what: 'Anslaget om sammanträdet {day} saknas hos {principal}',
    rule: 'KL 13:5',
    consequence: 'en ny hel överklagandetid måste räknas när alla har det uppe igen',
    button: 'Visa anslaget',
  },
  askCourt: {
    what: 'Fråga domstolen om besluten från {day} har överklagats',
    rule: 'KL 13:5',
    consequence: 'det går inte att säga att besluten har vunnit laga kraft',
    button: 'Anteckna svaret',
  },
  takeDownNotice: {
    what: 'Ta ned anslaget om sammanträdet {day}',
    rule: 'KL 8:12',
    consequence: 'anslagsbeviset kan inte skrivas',
    button: 'Till anslaget',
  },
  certifyExtracts: {
    what: 'Bestyrk protokollsutdragen från {day}',
    rule: 'nämndens rutin',
    consequence: 'de som ska verkställa besluten får dem inte',
    button: 'Till utdragen',
  },
  receiveExtract: {
    what: 'Ta emot protokollsutdrag ({paragraphs}) från {day}',
    rule: 'nämndens rutin',
    consequence: 'avsändaren påminner och ringer till sist',
    button: 'Öppna utdraget',
  },
  extractBounced: {
    what: 'Utdraget från {day} kom inte fram till {recipient}: rätta adressen och skicka igen',
    rule: 'nämndens rutin',
    consequence: 'mottagaren vet inte om beslutet',
    button: 'Rätta adressen',
  },
  replyMissing: {
    what: '{recipient} har inte svarat på beslutet från {day}',
    rule: 'nämndens rutin',
    consequence: 'nämnden vet inte om beslutet är verkställt',
    button: 'Visa mottagaren',
  },
  receiptMissing: {
    what: '{recipient} har inte bekräftat utdraget från {day}',
    rule: 'nämndens rutin',
    consequence: 'ingen vet om beslutet har nått fram',
    button: 'Visa expedieringen',
  },
  confirmDueDay: {
    what: 'Bestäm en dag för uppdraget som ska vara klart {words}',
    rule: 'nämndens beslut',
    consequence: 'uppdraget kommer inte åter av sig självt',
    button: 'Bestäm dagen',
  },
  reportAssignment: {
    what: 'Redovisa uppdraget: {assignment}',
    rule: 'nämndens beslut',
    consequence: 'uppdraget tas upp som försenat på nästa sammanträde',
    button: 'Redovisa',
  },
  assignmentLate: {
    what: 'Uppdraget är inte redovisat i tid: {assignment}',
    rule: 'nämndens beslut',
    consequence: 'det tas upp på nästa sammanträde',
    button: 'Visa uppdraget',
  },
};

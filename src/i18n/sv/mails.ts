import type { MailTemplate } from '../../domain/notifications/mail-templates';

/** A letter: a subject without personal data, short paragraphs, and the words on its one link. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  /** What stands after the first paragraph where the letter has planned times ("7 10:15, 12 13:00"), and each of them. */
  /** M-12: said where the recipient is asked to report back by a day. */
  readonly replyBy?: string;
  readonly plannedTimes?: { readonly paragraph: string; readonly each: string };
}

/** M-3: an item's planned time is sent to those who are called to it. */
const plannedTimes = {
  paragraph: 'Planerad tid: {times}. Tiden kan ändras under sammanträdet.',
  each: 'punkt {item} kl. {time}',
};

export const mails: Record<MailTemplate, MailText> = {
  signInLink: {
    subject: 'Din inloggningslänk till Samråd',
    paragraphs: [
      'Du, eller någon som kan din e-postadress, har bett om en länk för att logga in.',
      'Länken gäller en gång, i {minutes} minuter. Har du inte bett om den kan du bortse från brevet.',
    ],
    link: 'Logga in',
  },
  summons: {
    subject: 'Kallelse till {body} {day}',
    paragraphs: [
      'Du kallas till sammanträde med {body} {dayAndTime}, {place}.',
      'Kallelsen och handlingarna läser du i Samråd. Kan du inte komma anmäler du förhinder på samma sida, så kallas din ersättare.',
    ],
    link: 'Öppna kallelsen',
  },
  summonsToSubstitute: {
    subject: 'Sammanträde med {body} {day}',
    paragraphs: [
      'Du är ersättare. {body} sammanträder {dayAndTime}, {place}.',
      'Kallelsen och handlingarna läser du i Samråd. Blir det din tur att tjänstgöra får du en fråga i ett eget brev.',
    ],
    link: 'Öppna kallelsen',
  },
  summonsToItems: {
    subject: 'Kallelse till {body} {day}, punkt {items}',
    paragraphs: [
      'Du kallas till punkt {items} när {body} sammanträder {dayAndTime}, {place}.',
      'Punkterna och handlingarna läser du i Samråd. Kan du inte komma säger du till sekreteraren.',
    ],
    plannedTimes,
    link: 'Öppna kallelsen',
  },
  summonsChanged: {
    subject: 'Ändrad kallelse till {body} {day}',
    paragraphs: [
      'Kallelsen till {body} {dayAndTime}, {place}, har ändrats.',
      'På sidan ser du vad som är nytt sedan den förra kallelsen.',
    ],
    plannedTimes,
    link: 'Se vad som har ändrats',
  },
  agendaToApprove: {
    subject: 'Föredragningslista att godkänna: {body} {day}',
    paragraphs: [
      'Föredragningslistan till sammanträdet med {body} {day} är klar för ditt godkännande.',
      'Den behöver vara godkänd innan kallelsen kan utfärdas, senast {dueDay}.',
    ],
    link: 'Läs och godkänn',
  },
  agendaReturned: {
    subject: 'Föredragningslistan är tillbaka: {body} {day}',
    paragraphs: [
      'Ordföranden har lämnat tillbaka föredragningslistan till sammanträdet med {body} {day}, med synpunkter på den.',
      'Ändra listan och skicka den igen. Den behöver vara godkänd innan kallelsen kan utfärdas, senast {dueDay}.',
    ],
    link: 'Läs synpunkterna',
  },
  submissionReminder: {
    subject: 'Stopptid {dueDay} för {body}',
    paragraphs: [
      'Ärenden till sammanträdet med {body} {day} ska vara inne senast {due}.',
      'Ett ärende som kommer senare markeras som sent på föredragningslistan.',
    ],
    link: 'Se dina tjänsteskrivelser',
  },
  summonsReminder: {
    subject: 'Kallelse att utfärda: {body} {day}',
    paragraphs: [
      'Kallelsen till sammanträdet med {body} {day} är inte utfärdad. Den ska vara ute senast {dueDay}.',
      'På sammanträdets sida ser du vad som saknas.',
    ],
    link: 'Till kallelsen',
  },
  substituteAsk: {
    subject: 'Kan du tjänstgöra i {body} {day}?',
    paragraphs: [
      'En ordinarie ledamot har anmält förhinder till sammanträdet med {body} {dayAndTime}. Du står på tur att tjänstgöra.',
      'Svara senast {answerBy}. Därefter går frågan vidare till nästa ersättare.',
    ],
    link: 'Svara ja eller nej',
  },
  substituteNotNeeded: {
    subject: 'Du behöver inte tjänstgöra i {body} {day}',
    paragraphs: [
      'Den ledamot du skulle ersätta på sammanträdet med {body} {day} kommer ändå. Tack för att du ställde upp.',
    ],
    link: 'Öppna kallelsen',
  },
  remoteDecision: {
    subject: 'Besked om deltagande på distans, {body} {day}',
    paragraphs: ['Ordföranden har tagit ställning till din begäran om att delta på distans i {body} {day}.'],
    link: 'Läs beskedet',
  },
  minutesToVerify: {
    subject: 'Protokoll att justera: {body} {day}',
    paragraphs: [
      'Protokollet från {body} {day} är klart för din justering.',
      'Det ska vara justerat senast {dueDay}.',
    ],
    link: 'Läs och justera',
  },
  verificationReminder: {
    subject: 'Påminnelse: protokoll att justera, {body} {day}',
    paragraphs: [
      'Protokollet från {body} {day} väntar på justering.',
      'Det ska vara justerat senast {dueDay}. Överklagandetiden kan inte börja förrän det är justerat och anslaget.',
    ],
    link: 'Läs och justera',
  },
  noticeToPost: {
    subject: 'Anslag att sätta upp {postingDay}: {body}',
    paragraphs: [
      'Protokollet från {body} {day} är justerat. Anslaget ska sättas upp på er anslagstavla {postingDay}, samma dag på alla huvudmäns tavlor.',
      'Överklagandetiden räknas från den dag då det sitter på alla tavlor (kommunallagen 13 kap. 5 §). Bekräfta när det är uppsatt.',
    ],
    link: 'Hämta anslaget och bekräfta',
  },
  noticeDayMoved: {
    subject: 'Ändrad dag för anslag: {body}',
    paragraphs: [
      'Överklagandetiden för protokollet från {body} {day} räknas från den dag då anslaget satt på alla huvudmäns tavlor. Den slutar {endDay}.',
      'Anslaget får inte tas ned före {takeDownDay}, även om det står en annan dag på det. Tas det ned tidigare på någon tavla måste hela tiden räknas om för alla (kommunallagen 8 kap. 12 § och 13 kap. 5 §).',
      'Ett nytt anslag med rätt dag finns på sidan. Byt ut det som sitter uppe.',
    ],
    link: 'Se anslaget',
  },
  noticeReminder: {
    subject: 'Anslag saknas: {body}',
    paragraphs: [
      'Anslaget om justerat protokoll från {body} {day} är inte bekräftat på er anslagstavla.',
      'Så länge det saknas börjar inte överklagandetiden för någon av huvudmännen (kommunallagen 9 kap. 32 § och 13 kap. 5 §).',
    ],
    link: 'Hämta anslaget och bekräfta',
  },
  noticeToTakeDown: {
    subject: 'Anslag att ta ned: {body}',
    paragraphs: [
      'Överklagandetiden för protokollet från {body} {day} har gått ut. Anslaget kan tas ned från {takeDownDay}.',
    ],
    link: 'Bekräfta att det är nedtaget',
  },
  extract: {
    subject: 'Protokollsutdrag från {body} {day}: {paragraphs}',
    paragraphs: [
      'Här kommer protokollsutdrag från {body} {day}: {paragraphs}.',
      'Bekräfta att ni har tagit emot det. Då vet nämnden att beslutet har nått fram.',
    ],
    replyBy: 'Nämnden vill ha ert svar på beslutet senast {replyDay}.',
    link: 'Hämta och bekräfta mottagandet',
  },
  receiptReminder: {
    subject: 'Påminnelse: bekräfta protokollsutdrag från {body} {day}: {paragraphs}',
    paragraphs: ['Protokollsutdrag från {body} {day}, {paragraphs}, är inte bekräftat mottaget.'],
    link: 'Hämta och bekräfta mottagandet',
  },
  assignmentReminder: {
    subject: 'Uppdrag från {body} att återrapportera senast {dueDay}',
    paragraphs: [
      'Du har ett uppdrag från {body} {day} att återrapportera senast {dueDay}.',
      'Rapporten förs upp på nämndens föredragningslista.',
    ],
    link: 'Öppna uppdraget',
  },
  morningLetter: {
    subject: 'Samlat brev från Samråd {day}',
    paragraphs: [
      'Du har valt att få det som kan vänta samlat i ett brev om dagen. Det här har kommit sedan det förra. Det som ska göras står också i din uppgiftslista.',
    ],
    link: 'Till dina uppgifter',
  },
};

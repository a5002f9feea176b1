/** Signing in, and the one task list of a person (N-1). */
export const people = {
  signInTitle: 'Logga in',
  signInLead: 'För förtroendevalda, sekreterare, tjänstepersoner och registratorer.',
  email: 'E-postadress',
  password: 'Lösenord',
  signInAct: 'Logga in',
  linkHeading: 'Utan lösenord',
  linkText: 'Skriv din e-postadress så skickar vi en länk. Den gäller en gång, i {minutes} minuter.',
  linkAct: 'Skicka en inloggningslänk',
  linkSentTitle: 'Titta i din e-post',
  linkSentText:
    'Finns adressen hos oss har vi nu skickat en länk till {email}. Den gäller en gång, i {minutes} minuter. Kommer inget brev: kontrollera adressen eller be sekreteraren om hjälp.',
  linkConfirmTitle: 'Logga in med länken',
  linkConfirmText: 'Tryck på knappen så loggas du in. Länken kan bara användas en gång.',
  demoHeading: 'Logga in som',
  demoText: 'Övningsmiljön: välj vem du vill vara. Inget lösenord behövs.',
  demoAct: 'Logga in som {name}',
  tasksTitle: 'Mina uppgifter',
  tasksLead: 'Allt som väntar på dig, det mest brådskande först.',
  tasksEmptyTitle: 'Inget väntar på dig',
  tasksEmptyText:
    'När något behöver göras av dig står det här, med dag, regel och knapp. Du får också ett brev.',
  tasksLate: 'Dagen har passerat',
  tasksNow: 'Nu',
  tasksLater: 'Längre fram',
} as const;

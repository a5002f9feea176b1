/** The day of the demo county. */
export const training = {
  today: 'I dag är det {day}.',
  change: 'Byt dag',
  title: 'Övningens dag',
  lead: 'I övningsmiljön kan du gå framåt i tiden. Påminnelser, frister och överklagandetider som infaller däremellan tas då om hand, och breven skickas.',
  term: 'I dag',
  nextTitle: 'Gå till nästa händelse',
  nextText: 'Nästa gång något sker av sig självt är {moment}.',
  nextAct: 'Gå dit',
  nothingWaits: 'Inget väntar på en dag just nu.',
  dayHeading: 'Välj dag själv',
  tomorrowAct: 'Gå till {day}',
  dayLabel: 'Dag',
  dayHint: 'Tiden går bara framåt. Den som startade övningsmiljön kan börja om från början.',
  dayAct: 'Gå till dagen',
} as const;

/** While a vote is open: the next step of the session. */
export const voting = {
  title: 'Votering om punkt {item} pågår',
  cast: 'Anteckna rösterna vid namnuppropet.',
  close: 'Rösterna är antecknade. Avsluta voteringen så räknas de.',
  act: 'Till voteringen',
  orderTitle: 'Ange propositionsordningen i punkt {item}',
  orderText: 'Det finns fler än ett förslag. Protokollet ska visa i vilken ordning ordföranden ställde dem.',
  orderAct: 'Till propositionsordningen',
} as const;

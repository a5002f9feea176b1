/** While a vote is open: the next step of the session. */
export const voting = {
  title: 'Votering om punkt {item} pågår',
  cast: 'Anteckna rösterna vid namnuppropet.',
  close: 'Rösterna är antecknade. Avsluta voteringen så räknas de.',
  act: 'Till voteringen',
} as const;

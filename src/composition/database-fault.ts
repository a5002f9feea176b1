const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Databasen svarar inte på den angivna adressen. Är PostgreSQL igång, och stämmer värd och port?',
  ENOTFOUND: 'Databasens värd finns inte. Rätta värdnamnet i adressen.',
  '28P01': 'Databasen godtar inte rollens lösenord. Rätta lösenordet i adressen eller hos rollen.',
  '28000': 'Databasen släpper inte in rollen. Finns den, och får den logga in härifrån?',
  '3D000': 'Databasen i adressen finns inte. Skapa den, eller rätta namnet.',
  '42P01': 'Databasen har inga tabeller för den här versionen. Kör node dist/main-migrate.js först.',
  '42501': 'Rollen saknar rättigheter som behövs i databasen.',
};

/** Why the database could not be used, for those reasons that whoever installs can mend; null for others. */
export function databaseFault(error: Error): string | null {
  const sentence = sentences[codeOf(error)] ?? sentences[codeOf(error.cause)];
  return sentence === undefined
    ? null
    : `${sentence} Rollerna och inställningarna står i docs/operations.md.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

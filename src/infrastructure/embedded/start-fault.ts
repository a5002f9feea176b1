/**
 * Something that stops the embedded servers from starting and that a person can do something about.
 * The message is Swedish and says what, why and what to do; it is shown without a stack.
 */
export class StartFault extends Error {
  constructor(
    readonly code:
      | 'unsupported-machine'
      | 'permission'
      | 'no-space'
      | 'port-taken'
      | 'damaged-data'
      | 'already-running'
      | 'no-program'
      | 'did-not-start'
      | 'wrong-secrets',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'StartFault';
  }
}

/** The machine's code for a refused operation (`EACCES`, `ENOSPC`), when the error has one. */
export function systemCode(error: unknown): string | undefined {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Turns a refused write or a full disk into a sentence; everything else is passed on as it is. */
export function asStartFault(error: unknown, path: string): Error {
  const code = systemCode(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartFault(
      'permission',
      `Samråd får inte skriva i ${path}. Ändra mappens rättigheter, eller lägg Samråd i en mapp som du äger.`,
      { cause: error },
    );
  }
  if (code === 'ENOSPC') {
    return new StartFault(
      'no-space',
      `Disken är full: ${path} kunde inte skrivas. Frigör plats och starta om.`,
      {
        cause: error,
      },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

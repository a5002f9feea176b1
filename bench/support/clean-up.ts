export type CleanUp = () => Promise<void>;

/**
 * Runs work that brings things up, and takes them down again in the reverse order: at its end, after a fault, and when the
 * benchmark is told to stop.
 */
export async function cleanedUp(work: (later: (act: CleanUp) => void) => Promise<void>): Promise<void> {
  const acts: CleanUp[] = [];
  const takeDown = async (): Promise<void> => {
    for (const act of acts.splice(0).reverse()) await act();
  };
  const onSignal = (): void => {
    // Connections that break while their servers are taken down would end the process before the rest is gone.
    process.on('uncaughtException', () => undefined);
    void takeDown().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  try {
    await work((act) => void acts.push(act));
  } finally {
    await takeDown();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

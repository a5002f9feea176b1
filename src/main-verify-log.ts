import { runTool } from './composition/run-tool';
import { toolSettings } from './composition/tool-settings';
import { readDatabaseUrl } from './config';
import { connectOrm } from './store/orm';
import { verifyLog, type BrokenSeal } from './store/queries/operations/audit-seals';

const why: Readonly<Record<BrokenSeal['broken'], string>> = {
  chain: 'Det följer inte på sigillet före: ett sigill är ändrat eller borttaget.',
  rows: 'Raderna är inte de som förseglades: någon är ändrad, borttagen eller tillagd.',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Goes through the audit log and its seals (docs/operations.md, "Watching"). Ends with 1 when a seal does not hold. */
async function main(): Promise<number> {
  const orm = await connectOrm(readDatabaseUrl(toolSettings()), 1);
  try {
    const { rows, seals, unsealed, last, broken } = await verifyLog(orm.em.fork());
    if (broken !== null) {
      say(`Loggen stämmer inte. Sigillet över rad ${broken.fromSeq}–${broken.toSeq} håller inte.`);
      say(why[broken.broken]);
      say(last === null ? 'Inget sigill före det.' : `Loggen stämmer till och med rad ${last.toSeq}.`);
      return 1;
    }
    say(`Loggen stämmer. Rader: ${rows}, sigill: ${seals}, rader som inte är förseglade än: ${unsealed}.`);
    if (last !== null) say(`Det sista sigillet, över rad ${last.toSeq}: ${last.root}`);
    return 0;
  } finally {
    await orm.close();
  }
}

runTool(main);

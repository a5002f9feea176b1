// What every command does before its own work. Until the packages are installed this runs on Node alone.
import { whyNotHere } from './machine.mjs';
import { giveUp, say } from './say.mjs';

/**
 * Sees to it that the machine fits, the packages are installed and dist/ is up to date; ends the program with a sentence
 * otherwise.
 * @param root the project's folder
 * @param greeting what is said first, when the machine fits
 */
export async function makeReady(root, greeting) {
  const why = whyNotHere(process.platform, process.version);
  if (why !== undefined) giveUp(why);
  if (greeting !== undefined) say(greeting);
  const { installPackages } = await import('./packages.mjs');
  await installPackages(root);
  const { build } = await import('../build.mjs');
  try {
    await build((line) => say(`· ${line}`));
  } catch (error) {
    giveUp(`Programmet kunde inte byggas: ${error.message}`);
  }
}

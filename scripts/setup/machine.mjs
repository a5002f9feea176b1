// Whether Samråd can run on this machine at all. Written so that an old Node can read it and say so.

const lowest = [20, 19];
const firstUntried = 25;

/**
 * The sentence that explains why this machine cannot run Samråd; undefined when it can.
 * Both languages for Windows: the reader may be a developer who has never seen Swedish.
 */
export function whyNotHere(platform, nodeVersion) {
  if (platform === 'win32') {
    return [
      'Samråd körs på Linux och macOS. På Windows: öppna WSL (wsl --install) och kör samma kommando där.',
      'Samråd runs on Linux and macOS. On Windows, open WSL (wsl --install) and run the same command there.',
    ].join('\n');
  }
  const [major, minor] = nodeVersion.replace(/^v/, '').split('.').map(Number);
  const tooOld = major < lowest[0] || (major === lowest[0] && minor < lowest[1]);
  if (tooOld || major >= firstUntried) {
    return `Samråd behöver Node 20.19 till 24 (helst 22 eller 24); här körs ${nodeVersion}. Hämta en annan version på nodejs.org och starta om.`;
  }
  return undefined;
}

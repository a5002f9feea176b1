import { announce } from '../../../src/composition/announce';

describe('the last words of a start', () => {
  const lastWords = async (env: NodeJS.ProcessEnv): Promise<string> => {
    const said: string[] = [];
    const at = { SAMRAD_PUBLIC_URL: 'http://localhost:3000', SAMRAD_PORT: '1' };
    await announce({ env: { ...at, ...env }, logs: '/loggar', ms: 3400, say: (line) => said.push(line) });
    return said.join('\n');
  };

  it('without the demo county say who can sign in, and where it is told how they are entered', async () => {
    const words = await lastWords({ DATABASE_URL: 'postgresql://samrad_app:x@db.example/samrad' });
    expect(words).toContain('Demolänet läses inte in här');
    expect(words).toContain('node dist/main-install.js');
    expect(words).toContain('docs/operations.md');
  });

  it('with the demo county say nothing of it', async () => {
    expect(await lastWords({ SAMRAD_DEMO: '1' })).not.toContain('main-install');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(__dirname, '../..');

interface Together {
  readonly together: readonly string[];
  gather(root: string): void;
  standsFor(file: string): string[];
}

describe('test files that are run several in one', () => {
  let house: string;
  let tests: Together;
  beforeAll(async () => {
    const script = path.join(root, 'tests', 'support', 'together.mjs');
    tests = (await import(pathToFileURL(script).href)) as Together;
    house = mkdtempSync(path.join(tmpdir(), 'samrad-together-'));
    symlinkSync(path.join(root, 'tests'), path.join(house, 'tests'));
    tests.gather(house);
  });
  afterAll(() => rmSync(house, { recursive: true }));

  const written = () => {
    const folder = path.join(house, '.samrad', 'together');
    return readdirSync(folder).map((name) => path.join(folder, name));
  };
  const own = () =>
    tests.together.flatMap((part) =>
      readdirSync(path.join(root, 'tests', part), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => path.join(house, 'tests', part, name)),
    );

  it('are each in one of them, once', () => {
    expect(
      written()
        .flatMap((file) => tests.standsFor(file))
        .sort(),
    ).toEqual(own().sort());
  });

  it('set no time limit and make nothing ready for more than their own descriptions', () => {
    const widely = own().filter((file) => /^jest\.setTimeout/m.test(readFileSync(file, 'utf8')));
    expect(widely).toEqual([]);
  });

  it('are a file of their own folder alone', () => {
    for (const file of written()) {
      const [part = ''] = path.basename(file).split('-');
      for (const each of tests.standsFor(file))
        expect(each.startsWith(path.join(house, 'tests', part, '/'))).toBe(true);
    }
  });
});

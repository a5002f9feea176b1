import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exposedCommands } from '../../src/api/commands';
import { matcher } from '../../src/api/serving/match';
import { entries } from '../../src/api/navigation';
import { peoplePosts } from '../../src/api/pages/people/posts';
import { trainingDayPost } from '../../src/api/pages/training/training-day';
import { localAddress, path } from '../../src/api/paths';
import { readRoutes } from '../../src/api/routes';
import { acts } from '../../src/domain/access/acts';

describe('what is declared', () => {
  it('says for each route who may read it and what the audit log calls it', () => {
    const known = new Set<string>(['public', 'signedIn', ...Object.keys(acts)]);
    for (const route of [...readRoutes, ...peoplePosts, trainingDayPost]) {
      expect({ path: route.path, permission: known.has(route.permission) }).toEqual({
        path: route.path,
        permission: true,
      });
      expect(route.auditEvent).toMatch(/^[a-z][A-Za-z]+$/);
    }
  });

  it('has one route per address, one name per route and one command per name', () => {
    const once = (list: readonly string[]) => expect([...list].sort()).toEqual([...new Set(list)].sort());
    once(readRoutes.map((route) => route.path));
    once(readRoutes.map((route) => `${route.kind} ${route.auditEvent}`));
    once(exposedCommands.map((command) => command.name));
  });

  it('has a template for each page', () => {
    for (const route of readRoutes) {
      if (route.kind !== 'page') continue;
      const file = join(__dirname, '../../templates/pages', `${route.template}.hbs`);
      expect({ file, there: existsSync(file) }).toEqual({ file, there: true });
    }
  });

  it('leads from the menu only to pages that are there', () => {
    const routes = matcher(readRoutes);
    for (const { href } of entries)
      expect({ href, found: routes.find(href.split('?')[0]!) !== null }).toEqual({ href, found: true });
  });
});

describe('addresses', () => {
  const meeting = path('/sammantraden/:meetingId');
  const pdf = path('/handlingar/:documentId.pdf');

  it('are made of their parts, written so that nothing breaks out of them', () => {
    expect(meeting.to({ meetingId: 'a/b?c' })).toBe('/sammantraden/a%2Fb%3Fc');
    expect(pdf.to({ documentId: '1' }, { visa: 'alla', sida: undefined })).toBe(
      '/handlingar/1.pdf?visa=alla',
    );
  });

  it('are found again, those with fixed parts first', () => {
    const routes = matcher([
      { path: meeting.pattern },
      { path: '/sammantraden/nytt' },
      { path: pdf.pattern },
    ]);
    const id = '0198c0de-0000-7000-8000-000000000001';
    expect(routes.find('/sammantraden/nytt')?.target.path).toBe('/sammantraden/nytt');
    expect(routes.find(`/sammantraden/${id}`)?.params).toEqual({ meetingId: id });
    expect(routes.find(`/handlingar/${id}.pdf`)?.params).toEqual({ documentId: id });
    expect(routes.find('/sammantraden/nummer-ett')).toBeNull();
    expect(routes.find('/sammantraden/%ff')).toBeNull();
  });

  it.each([
    ['/mig?x=1#a', '/mig?x=1#a'],
    ['//annan.example', '/'],
    ['/\\annan.example', '/'],
    ['https://annan.example', '/'],
    ['', '/'],
    [undefined, '/'],
    ['/a/..//annan.example', '/annan.example'],
    ['/\tannan', '/annan'],
  ])('of this site only: %s becomes %s', (wanted, local) => {
    expect(localAddress(wanted, '/')).toBe(local);
  });
});

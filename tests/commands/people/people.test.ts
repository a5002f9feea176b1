import { createHash, randomBytes } from 'node:crypto';
import { endMySessions } from '../../../src/commands/people/end-my-sessions';
import { openSignInLink } from '../../../src/commands/people/open-sign-in-link';
import { signInAs } from '../../../src/commands/people/sign-in-as';
import { signIn } from '../../../src/commands/people/sign-in';
import { signOut } from '../../../src/commands/people/sign-out';
import { useSignInLink } from '../../../src/commands/people/use-sign-in-link';
import type { Actor } from '../../../src/contracts/actor';
import { PASSWORD, settle, type World } from '../../api/support/world';
import { emptyInstallation, type EmptyInstallation } from '../../support/builders/bodies';

const hex = (): string => randomBytes(32).toString('hex');
const session = () => ({ id: hex(), csrfToken: randomBytes(32).toString('base64url'), hours: 12 });
const nobody: Actor = { kind: 'public' };

describe('accounts and sessions', () => {
  let office: EmptyInstallation;
  let world: World;
  beforeAll(async () => {
    office = await emptyInstallation('2026-02-20T08:00:00Z');
    world = await settle(office.db.adminUrl);
  });
  afterAll(() => office.close());

  const person = (role: keyof World['people']): Actor => ({
    kind: 'person',
    personId: world.people[role].id,
  });
  const signedIn = async (role: keyof World['people']): Promise<string> => {
    const opened = session();
    const input = { email: world.people[role].email, password: PASSWORD, account: hex(), session: opened };
    expect(await office.run(signIn, nobody, input)).toEqual({
      ok: true,
      result: { personId: world.people[role].id },
    });
    return opened.id;
  };
  const ended = async (id: string): Promise<boolean> =>
    (
      await office.rows<{ ended: boolean }>(
        'select ended_at is not null as ended from session where id = $1',
        [id],
      )
    )[0]!.ended;

  it('ends only the own session, whatever id is given', async () => {
    const member = await signedIn('member');
    const chair = await signedIn('chair');
    await office.run(signOut, person('chair'), { sessionId: member });
    expect(await ended(member)).toBe(false);
    await office.run(signOut, person('chair'), { sessionId: chair });
    expect(await ended(chair)).toBe(true);
  });

  it("ends all own sessions and nobody else's", async () => {
    const [one, two, other] = [
      await signedIn('official'),
      await signedIn('official'),
      await signedIn('member'),
    ];
    await office.run(endMySessions, person('official'), {});
    expect([await ended(one), await ended(two), await ended(other)]).toEqual([true, true, false]);
  });

  it.each(['public', 'person'] as const)('lets no %s sign in as somebody else', async (kind) => {
    const actor = kind === 'public' ? nobody : person('operator');
    const done = await office.run(signInAs, actor, {
      personId: world.people.secretary.id,
      session: session(),
    });
    expect(done).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(
      await office.rows('select 1 from session where person_id = $1', [world.people.secretary.id]),
    ).toHaveLength(0);
  });

  it('lets a link in once, also when two press at the same moment', async () => {
    const tokenHash = createHash('sha256').update('token').digest('hex');
    const input = {
      email: world.people.auditor.email,
      tokenHash,
      link: '/logga-in/lank/x',
      target: '/',
      minutes: 15,
    };
    expect(await office.run(openSignInLink, nobody, input)).toMatchObject({ ok: true });
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => office.run(useSignInLink, nobody, { tokenHash, session: session() })),
    );
    expect(tries.filter((done) => done.ok)).toHaveLength(1);
    expect(
      await office.rows('select 1 from session where person_id = $1', [world.people.auditor.id]),
    ).toHaveLength(1);
  });

  it("puts a letter with the authority of its reader's board, or of the reader's principal", async () => {
    for (const role of ['otherMember', 'registrar'] as const) {
      const input = {
        email: world.people[role].email,
        tokenHash: hex(),
        link: '/logga-in/lank/x',
        target: '/',
        minutes: 15,
      };
      expect(await office.run(openSignInLink, nobody, input)).toMatchObject({ ok: true });
    }
    const letters = await office.rows(
      'select to_person_id, authority_id from mail where to_person_id = any($1) order by queued_at, id',
      [[world.people.otherMember.id, world.people.registrar.id]],
    );
    expect(letters).toEqual([
      { to_person_id: world.people.otherMember.id, authority_id: world.otherAuthority },
      { to_person_id: world.people.registrar.id, authority_id: world.authority },
    ]);
  });

  it('writes no address, name or password to the audit log', async () => {
    const rows = await office.rows<{ row: string }>('select audit_event::text as row from audit_event');
    expect(rows.length).toBeGreaterThan(5);
    const text = rows.map(({ row }) => row).join('\n');
    for (const word of ['@', PASSWORD, 'Torsten', 'Ekvall']) expect(text).not.toContain(word);
  });

  it("keeps sessions by the machine's clock, so that a rehearsal of weeks signs nobody out", async () => {
    const id = await signedIn('headOfCentre');
    const [row] = await office.rows<{ hours: number }>(
      'select (extract(epoch from expires_at - clock_timestamp()) / 3600)::float as hours from session where id = $1',
      [id],
    );
    expect(row!.hours).toBeGreaterThan(11.9);
    expect(row!.hours).toBeLessThan(12.1);
  });
});

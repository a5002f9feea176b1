import { cancelMatter, closeMatter, reopenMatter } from '../../../src/commands/register/matters/end-matter';
import { joinMatter } from '../../../src/commands/register/matters/join-matter';
import { moveMatter } from '../../../src/commands/register/matters/move-matter';
import { numberMatter } from '../../../src/commands/register/matters/number-matter';
import { openMatter } from '../../../src/commands/register/matters/open-matter';
import { openMemo } from '../../../src/commands/register/memos/open-memo';
import { uploadDocument } from '../../../src/commands/register/documents/upload-document';
import { historyOfMatter } from '../../../src/store/queries/register/matter';
import { person, registerOffice, uploaded, type RegisterOffice } from '../../support/builders/register';

describe('matters of the register', () => {
  let office: RegisterOffice;
  beforeAll(async () => {
    office = await registerOffice();
  });
  afterAll(() => office.close());

  const open = (input: object, by = office.ids.secretary, key?: string) =>
    office.run(
      openMatter,
      person(by),
      { bodyId: office.ids.body, seriesId: office.ids.series, title: 'Ärende', ...input },
      key === undefined ? {} : { key },
    );
  const opened = async (input: object = {}) => {
    const done = await open(input);
    if (!done.ok) throw new Error(done.code);
    return done.result;
  };

  it('get numbers without gap, also when many are opened at once and some are refused', async () => {
    const tries = await Promise.all([
      ...Array.from({ length: 12 }, () => open({})),
      ...Array.from({ length: 4 }, () => open({ registryNumber: 'HMC260099' })),
    ]);
    const numbers = tries.flatMap((done) => (done.ok ? [done.result.registryNumber] : [])).sort();
    expect(numbers).toEqual(
      Array.from({ length: 12 }, (_, index) => `HMC26${String(index + 1).padStart(4, '0')}`),
    );
    expect(tries.filter((done) => !done.ok).map((done) => 'code' in done && done.code)).toEqual(
      Array(4).fill('number-given-by-series'),
    );
  });

  it('count in the year they were opened', async () => {
    expect(await opened({ openedOn: '2024-05-03' })).toMatchObject({ registryNumber: 'HMC240001' });
    expect(await open({ openedOn: '2026-02-03' })).toMatchObject({
      ok: false,
      code: 'registration-in-future',
    });
  });

  it('take the number given elsewhere, once and only of the form of the series', async () => {
    const foreign = { seriesId: office.ids.foreignSeries };
    expect(await open({ ...foreign, registryNumber: 'RV240028' })).toMatchObject({
      ok: true,
      result: { registryNumber: 'RV240028' },
    });
    expect(await open({ ...foreign, registryNumber: 'RV240028' })).toMatchObject({ code: 'number-used' });
    expect(await open({ ...foreign, registryNumber: 'HMC240028' })).toMatchObject({
      code: 'number-not-of-series',
    });
    expect(await open({ ...foreign, registryNumber: 'RV240028-21' })).toMatchObject({
      code: 'number-not-of-series',
    });
  });

  it('take a number given elsewhere once, also when two enter it at the same time', async () => {
    const foreign = { seriesId: office.ids.foreignSeries, registryNumber: 'RV250004' };
    const tries = await Promise.all([open(foreign), open(foreign), open(foreign), open(foreign)]);
    expect(tries.map((done) => (done.ok ? 'ok' : done.code)).sort()).toEqual([
      'number-used',
      'number-used',
      'number-used',
      'ok',
    ]);
  });

  it('may get their number later, and their documents then get theirs (R-6)', async () => {
    const foreign = { seriesId: office.ids.foreignSeries };
    const { matterId, registryNumber } = await opened(foreign);
    expect(registryNumber).toBeNull();
    const upload = { matterId, title: 'Underlag', direction: 'drawnUp', file: uploaded('%PDF-1.7 underlag') };
    const add = (input: object) => office.run(uploadDocument, person(office.ids.official), input);
    expect(await add({ ...upload, registryNumber: '7' })).toMatchObject({ code: 'matter-awaits-number' });
    const waiting = await add(upload);
    expect(waiting).toMatchObject({ ok: true, result: { registryNumber: null } });
    const here = await opened({ numberLater: true });
    expect(await add({ ...upload, matterId: here.matterId })).toMatchObject({
      ok: true,
      result: { registryNumber: null },
    });
    const give = (version: number, number: string) =>
      office.run(numberMatter, person(office.ids.secretary), { matterId, version, registryNumber: number });
    expect(await give(9, 'RV260003')).toMatchObject({ code: 'stale-version' });
    expect(await give(1, 'RV260003')).toMatchObject({ ok: true, result: { registryNumber: 'RV260003' } });
    expect(await give(2, 'RV260004')).toMatchObject({ code: 'matter-has-number' });
    const numbered = await office.run(numberMatter, person(office.ids.secretary), {
      matterId: here.matterId,
      version: 2,
    });
    if (!numbered.ok) throw new Error(numbered.code);
    const { rows } = await office.admin.query(
      'select registry_number, awaits_number from document where matter_id in ($1, $2) order by awaits_number',
      [matterId, here.matterId],
    );
    // The other authority numbers the documents of its series: none is made up here.
    expect(rows).toEqual([
      { registry_number: `${numbered.result.registryNumber ?? ''}-1`, awaits_number: false },
      { registry_number: null, awaits_number: true },
    ]);
  });

  it('are opened by the secretary and officials of the body, not by its members nor by another body', async () => {
    expect(await open({}, office.ids.official)).toMatchObject({ ok: true });
    expect(await open({}, office.ids.member)).toMatchObject({ code: 'not-allowed' });
    expect(await open({}, office.ids.strangerSecretary)).toMatchObject({ code: 'not-allowed' });
  });

  it('are opened once for one request, with an audit row for what was done and what was refused', async () => {
    const first = await open({ title: 'En gång' }, office.ids.secretary, 'nyckel-1234');
    const again = await open({ title: 'En gång' }, office.ids.secretary, 'nyckel-1234');
    expect(again).toEqual(first);
    expect(await open({ title: 'En annan' }, office.ids.secretary, 'nyckel-1234')).toMatchObject({
      code: 'same-key-other-request',
    });
    const { rows } = await office.admin.query(
      "select result, code from audit_event where act = 'openMatter' order by seq desc limit 1",
    );
    expect(rows).toEqual([{ result: 'refused', code: 'same-key-other-request' }]);
  });

  it('are closed, reopened and cancelled with a reason, and keep their number for ever', async () => {
    const { matterId } = await opened();
    const act = (command: typeof closeMatter, version: number, reason: string) =>
      office.run(command, person(office.ids.secretary), { matterId, version, reason });
    expect(await act(closeMatter, 1, ' ')).toMatchObject({ code: 'matter-act-needs-reason' });
    expect(await act(closeMatter, 1, 'Beslut fattat.')).toMatchObject({ ok: true });
    expect(await act(closeMatter, 2, 'Igen.')).toMatchObject({ code: 'matter-closed' });
    const memo = { matterId, title: 'Skrivelse' };
    expect(await office.run(openMemo, person(office.ids.official), memo)).toMatchObject({
      code: 'matter-closed',
    });
    expect(await act(reopenMatter, 2, 'En ny handling kom in.')).toMatchObject({ ok: true });
    expect(await act(reopenMatter, 3, 'Igen.')).toMatchObject({ code: 'matter-open-already' });
    expect(await act(cancelMatter, 3, '')).toMatchObject({ code: 'cancelling-needs-reason' });
    expect(await act(cancelMatter, 2, 'Fel.')).toMatchObject({ code: 'stale-version' });
    expect(await act(cancelMatter, 3, 'Fel serie.')).toMatchObject({ ok: true });
    expect(await act(reopenMatter, 4, 'Ångrat.')).toMatchObject({ code: 'matter-cancelled' });
    const { rows } = await office.admin.query(
      'select state, state_reason, registry_number is not null as numbered from matter where id = $1',
      [matterId],
    );
    expect(rows).toEqual([{ state: 'cancelled', state_reason: 'Fel serie.', numbered: true }]);
  });

  it('are not closed while a draft lies in them', async () => {
    const { matterId } = await opened();
    expect(
      await office.run(openMemo, person(office.ids.official), { matterId, title: 'Utkast' }),
    ).toMatchObject({ ok: true });
    expect(
      await office.run(closeMatter, person(office.ids.secretary), { matterId, version: 1, reason: 'Klart.' }),
    ).toMatchObject({ code: 'matter-has-drafts', facts: { count: 1 } });
  });

  it('go on in another matter of the body when joined, and point there', async () => {
    const from = await opened();
    const into = await opened();
    const join = (number: string | null, version = 1, reason = 'Samma fråga.') =>
      office.run(joinMatter, person(office.ids.secretary), {
        matterId: from.matterId,
        version,
        into: number,
        reason,
      });
    expect(await join(from.registryNumber)).toMatchObject({ code: 'matter-to-join-unknown' });
    expect(await join('HMC269999')).toMatchObject({ code: 'matter-to-join-unknown' });
    expect(await join(into.registryNumber, 1, ' ')).toMatchObject({ code: 'matter-act-needs-reason' });
    expect(await join(into.registryNumber)).toMatchObject({ ok: true, result: into });
    const { rows } = await office.admin.query('select state, joined_into_id from matter where id = $1', [
      from.matterId,
    ]);
    expect(rows).toEqual([{ state: 'closed', joined_into_id: into.matterId }]);
    expect(await join(into.registryNumber, 2)).toMatchObject({ code: 'matter-closed' });
  });

  it('that went on in another can be reopened: they point there no more, and the history tells of both', async () => {
    const from = await opened();
    const into = await opened();
    const { matterId } = from;
    const by = person(office.ids.secretary);
    const join = { matterId, version: 1, into: into.registryNumber, reason: 'Samma fråga.' };
    expect(await office.run(joinMatter, by, join)).toMatchObject({ ok: true });
    const reopen = { matterId, version: 2, reason: 'Frågorna skiljer sig åt.' };
    expect(await office.run(reopenMatter, by, reopen)).toMatchObject({ ok: true });
    const { rows } = await office.admin.query('select state, joined_into_id from matter where id = $1', [
      matterId,
    ]);
    expect(rows).toEqual([{ state: 'open', joined_into_id: null }]);
    const events = await historyOfMatter(office.orm.em.fork(), matterId, true);
    expect(events.map(({ act }) => act)).toEqual(['reopenMatter', 'joinMatter', 'openMatter']);
    const again = { ...join, version: 3, reason: 'Ändå samma.' };
    expect(await office.run(joinMatter, by, again)).toMatchObject({ ok: true, result: into });
  });

  it('move with their documents to another body of the authority, by whoever keeps the register of both', async () => {
    const { matterId, registryNumber } = await opened();
    const upload = { matterId, title: 'Underlag', direction: 'drawnUp', file: uploaded('%PDF-1.7 flytt') };
    await office.run(uploadDocument, person(office.ids.official), upload);
    const move = (by: string, bodyId = office.ids.otherBody) =>
      office.run(moveMatter, person(by), { matterId, version: 2, bodyId });
    expect(await move(office.ids.secretary)).toMatchObject({ code: 'not-allowed' });
    const { rows: councils } = await office.admin.query<{ id: string }>(
      `with other as (insert into authority (id, name, kind) values (gen_random_uuid(), 'Almby kommun', 'municipality') returning id)
       insert into body (id, authority_id, kind, name, slug, host_principal_id)
       select gen_random_uuid(), other.id, 'council', 'Rådet i Almby', 'almby', b.host_principal_id from other, body b where b.id = $1
       returning id`,
      [office.ids.body],
    );
    expect(await move(office.ids.secretary, councils[0]!.id)).toMatchObject({
      code: 'matter-of-other-authority',
    });
    await office.admin.query(
      "insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from) values (gen_random_uuid(), $1, 'secretary', 'body', $2, '2026-01-01')",
      [office.ids.secretary, office.ids.otherBody],
    );
    expect(await move(office.ids.secretary)).toMatchObject({ ok: true, result: { registryNumber } });
    const { rows } = await office.admin.query(
      'select m.body_id as matter, d.body_id as document from matter m join document d on d.matter_id = m.id where m.id = $1',
      [matterId],
    );
    expect(rows).toEqual([{ matter: office.ids.otherBody, document: office.ids.otherBody }]);
  });

  it('are neither joined, moved nor cancelled while they are on the agenda of a meeting not yet held', async () => {
    const { matterId } = await opened();
    const { body, authority } = office.ids;
    const meeting = '00000000-0000-7000-8000-000000000001';
    await office.admin.query(
      `insert into meeting (id, authority_id, body_id, year, number, phase, day, start_time, end_time, place, last_agenda_number, calendar_sequence)
       values ($1, $2, $3, 2026, 1, 'summoned', '2026-02-20', '09:00', '15:00', 'Sal Linden', 0, 0)`,
      [meeting, authority, body],
    );
    await office.admin.query(
      `insert into agenda_item (id, authority_id, body_id, meeting_id, ordinal, matter_id, kind, title, closed, exercise_of_authority, presenters, recipient_ids, late, state)
       values (gen_random_uuid(), $1, $2, $3, 1, $4, 'decision', 'Ärende', false, false, '[]', '[]', false, 'listed')`,
      [authority, body, meeting, matterId],
    );
    const facts = { meeting: '2026-02-20' };
    const join = { matterId, version: 1, into: 'HMC260001', reason: 'Samma.' };
    expect(await office.run(joinMatter, person(office.ids.secretary), join)).toMatchObject({
      code: 'matter-on-agenda',
      facts,
    });
    const move = { matterId, version: 1, bodyId: office.ids.otherBody };
    expect(await office.run(moveMatter, person(office.ids.secretary), move)).toMatchObject({
      code: 'matter-on-agenda',
      facts,
    });
    const cancel = { matterId, version: 1, reason: 'Fel serie.' };
    expect(await office.run(cancelMatter, person(office.ids.secretary), cancel)).toMatchObject({
      code: 'matter-on-agenda',
      facts,
    });
    await office.admin.query("update agenda_item set state = 'removed' where matter_id = $1", [matterId]);
    expect(await office.run(cancelMatter, person(office.ids.secretary), cancel)).toMatchObject({ ok: true });
  });
});

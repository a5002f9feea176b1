import { v7 as uuidv7 } from 'uuid';
import { addDocumentVersion } from '../../../src/commands/register/documents/add-version';
import { cancelDocument } from '../../../src/commands/register/documents/cancel-document';
import { closePapers } from '../../../src/commands/register/documents/close-papers';
import { keepMadeDocument } from '../../../src/commands/register/documents/keep-made-document';
import { numberDocument } from '../../../src/commands/register/documents/number-document';
import { openMatter } from '../../../src/commands/register/matters/open-matter';
import { registerIncoming } from '../../../src/commands/register/documents/register-incoming';
import { replaceDocument } from '../../../src/commands/register/documents/replace-document';
import { uploadDocument } from '../../../src/commands/register/documents/upload-document';
import { stateActor, transaction, type Transaction } from '../../../src/commands/runner/transaction';
import type { Actor } from '../../../src/contracts/actor';
import { Upload } from '../../../src/contracts/upload';
import { asDay } from '../../../src/domain/time/day';
import { latestVersion, readDocumentBytes, versionsOf } from '../../../src/store/queries/register/versions';
import { person, registerOffice, uploaded, type RegisterOffice } from '../../support/builders/register';
import { testSealer } from '../../support/sealer';

describe('documents of the register', () => {
  let office: RegisterOffice;
  let matterId: string;
  beforeAll(async () => {
    office = await registerOffice();
    const { body, series } = office.ids;
    const matter = { bodyId: body, seriesId: series, title: 'Talflödeshjälpmedel' };
    const done = await office.run(openMatter, person(office.ids.secretary), matter);
    if (!done.ok) throw new Error(done.code);
    matterId = done.result.matterId;
  });
  afterAll(() => office.close());

  const upload = (input: object = {}, by = office.ids.official) =>
    office.run(uploadDocument, person(by), {
      matterId,
      title: 'Rapport',
      direction: 'drawnUp',
      file: uploaded('%PDF-1.7 rapport'),
      ...input,
    });
  const receive = (input: object, by = office.ids.secretary) =>
    office.run(registerIncoming, person(by), {
      matterId,
      title: 'Skrivelse',
      counterpart: 'Logopedmottagningen',
      ...input,
    });
  const within = <Answer>(actor: Actor, work: (tx: Transaction) => Promise<Answer>) =>
    office.orm.em.fork().transactional(async (em) => {
      const tx = transaction(em, actor, null, office.now, 'test', testSealer.seal);
      await stateActor(em, actor, tx.today);
      return work(tx);
    });
  const registered = async (input: object = {}) => {
    const done = await upload(input);
    if (!done.ok) throw new Error(done.code);
    return done.result;
  };

  it('are numbered within their matter without gap, many at once', async () => {
    const done = await Promise.all([
      ...Array.from({ length: 6 }, () => upload()),
      ...Array.from({ length: 3 }, () => receive({ title: ' ' })),
    ]);
    const numbers = done.flatMap((one) => (one.ok ? [one.result.registryNumber] : [])).sort();
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((number) => `HMC260001-${String(number)}`));
    expect(done.filter((one) => 'code' in one && one.code === 'registration-without-subject')).toHaveLength(
      3,
    );
  });

  it('of a series kept elsewhere have the number given there: of their matter, once, and never one made up here', async () => {
    const { body, foreignSeries } = office.ids;
    const matter = { bodyId: body, seriesId: foreignSeries, title: 'Avtal', registryNumber: 'RV240028' };
    const done = await office.run(openMatter, person(office.ids.secretary), matter);
    if (!done.ok) throw new Error(done.code);
    const theirs = { matterId: done.result.matterId };
    const given = (registryNumber: string) => upload({ ...theirs, registryNumber });
    expect(await given('RV240028-21')).toMatchObject({ ok: true, result: { registryNumber: 'RV240028-21' } });
    expect(await given('52')).toMatchObject({ ok: true, result: { registryNumber: 'RV240028-52' } });
    expect(await given('rv240028–52')).toMatchObject({ code: 'document-number-used' });
    for (const wrong of ['RV240029-21', 'RV240028', 'HMC240028-21', '0'])
      expect(await given(wrong)).toMatchObject({
        code: 'document-number-not-of-matter',
        facts: { number: wrong, matter: 'RV240028', example: 'RV240028-1' },
      });
    expect(await upload({ registryNumber: 'HMC260001-40' })).toMatchObject({
      code: 'number-given-by-series',
    });
    const waiting = await Promise.all([upload(theirs), receive(theirs)]);
    expect(waiting.map((one) => one.ok && one.result.registryNumber)).toEqual([null, null]);
    const [first] = waiting;
    if (first === undefined || !first.ok) throw new Error('refused');
    const { documentId } = first.result;
    const number = (registryNumber: string, version = 1, by = office.ids.secretary) =>
      office.run(numberDocument, person(by), { documentId, version, registryNumber });
    expect(await number('53', 1, office.ids.member)).toMatchObject({ code: 'not-allowed' });
    expect(await number('21')).toMatchObject({ code: 'document-number-used' });
    expect(await number('53')).toMatchObject({ ok: true, result: { registryNumber: 'RV240028-53' } });
    expect(await number('54', 2)).toMatchObject({ code: 'document-has-number' });
  });

  it('hold what the register demands of an incoming one, with protected facts kept apart', async () => {
    expect(await receive({ counterpart: ' ' })).toMatchObject({ code: 'registration-without-sender' });
    expect(await receive({ day: '2026-02-03' })).toMatchObject({ code: 'registration-in-future' });
    const half = { provision: 'OSL 25:1', day: null, authority: '' };
    expect(await receive({ secrecy: half })).toMatchObject({ code: 'secrecy-marking-incomplete' });
    const done = await receive({
      counterpart: null,
      protectedCounterpart: 'En enskild',
      protectedTitle: 'Begäran som rör en enskild',
      secrecy: { provision: 'OSL 25:1', day: '2026-02-02', authority: 'Hjälpmedelsnämnden' },
    });
    expect(done).toMatchObject({ ok: true, result: { versionId: null } });
    const { rows } = await office.admin.query(
      'select state, direction, counterpart, protected_counterpart, secrecy from document where protected_counterpart is not null',
    );
    expect(rows).toEqual([
      {
        state: 'received',
        direction: 'incoming',
        counterpart: null,
        protected_counterpart: 'En enskild',
        secrecy: { provision: 'OSL 25:1', day: '2026-02-02', authority: 'Hjälpmedelsnämnden' },
      },
    ]);
  });

  it('keep their bytes: the same file again is the same version, another file the next, and both can be read', async () => {
    const { documentId, versionId } = await registered({
      file: uploaded('%PDF-1.7 ett', 'mapp/Bilaga "1".pdf'),
    });
    const replace = (version: number, text: string) =>
      office.run(replaceDocument, person(office.ids.official), { documentId, version, file: uploaded(text) });
    expect(await replace(1, '%PDF-1.7 ett')).toMatchObject({ ok: true, result: { versionId, number: 1 } });
    expect(await replace(1, '%PDF-1.7 två')).toMatchObject({ ok: true, result: { number: 2 } });
    expect(await replace(9, '%PDF-1.7 tre')).toMatchObject({ code: 'stale-version' });
    const em = office.orm.em.fork();
    const versions = await versionsOf(em, documentId);
    expect(versions.map(({ number, fileName, pages, claims }) => [number, fileName, pages, claims])).toEqual([
      [2, 'bilaga.pdf', 3, ['PDF/UA-1']],
      [1, 'Bilaga  1 .pdf', 3, ['PDF/UA-1']],
    ]);
    expect((await readDocumentBytes(em, versions[1]?.id ?? ''))?.toString()).toBe('%PDF-1.7 ett');
  });

  it('are not taken in when the file is no PDF that could be read', async () => {
    const { path, size, sha256 } = uploaded('hej', 'brev.txt');
    const file = new Upload(path, 'brev.txt', 'text/plain', size, sha256, null);
    expect(await upload({ file })).toMatchObject({ code: 'file-not-pdf' });
    expect(await upload({ file: { path: '/etc/hostname' } })).toMatchObject({ code: 'input-invalid' });
  });

  it('are taken in by officials of the body only', async () => {
    expect(await upload({}, office.ids.member)).toMatchObject({ code: 'not-allowed' });
    expect(await upload({}, office.ids.strangerSecretary)).toMatchObject({ code: 'not-allowed' });
  });

  it('are cancelled with a reason, stay to be seen, and free no number', async () => {
    const { documentId, registryNumber } = await registered();
    const cancel = (version: number, reason: string) =>
      office.run(cancelDocument, person(office.ids.secretary), { documentId, version, reason });
    expect(await cancel(1, '')).toMatchObject({ code: 'cancelling-needs-reason' });
    expect(await cancel(1, 'Fel bilaga.')).toMatchObject({ ok: true });
    expect(await cancel(2, 'Igen.')).toMatchObject({ code: 'document-cancelled' });
    const next = await registered();
    expect(next.registryNumber).not.toBe(registryNumber);
    const { rows } = await office.admin.query(
      'select state, registry_number, state_reason from document where id = $1',
      [documentId],
    );
    expect(rows).toEqual([
      { state: 'cancelled', registry_number: registryNumber, state_reason: 'Fel bilaga.' },
    ]);
  });

  it('made by a process are kept once for each making, also when two make it at once', async () => {
    const owner = { kind: 'summons', id: uuidv7() };
    const actor: Actor = { kind: 'process', process: 'meetingCycle', authorityId: office.ids.authority };
    const keep = (round: number) =>
      within(actor, (tx) =>
        keepMadeDocument(tx, {
          document: {
            authorityId: office.ids.authority,
            bodyId: office.ids.body,
            matterId: null,
            unregisteredReason: 'Kallelsen ligger i sammanträdets akt.',
            kind: 'summons',
            title: 'Kallelse',
            direction: 'drawnUp',
            day: asDay('2026-02-02'),
            state: 'drawnUp',
            owner,
          },
          version: {
            madeKey: `${owner.id}/summons/${String(round)}`,
            bytes: Buffer.from(`kallelse ${String(round)}`),
            mediaType: 'application/pdf',
            pages: 4,
            fileName: 'kallelse.pdf',
            template: 'summons@1',
            snapshot: { round },
            renderer: 'samrad-pdf@1',
            claims: ['PDF/A-3a', 'PDF/UA-1'],
          },
        }),
      );
    const first = await keep(1);
    expect(await keep(1)).toEqual(first);
    const [a, b] = await Promise.all([keep(2), keep(2)]);
    expect(a).toEqual(b);
    expect(a.number).toBe(2);
    expect(await latestVersion(office.orm.em.fork(), first.documentId)).toMatchObject({
      number: 2,
      madeKey: `${owner.id}/summons/2`,
    });
    const made = { documentId: first.documentId, version: 1 };
    const cancel = { ...made, reason: 'Fel kallelse.' };
    expect(await office.run(cancelDocument, person(office.ids.secretary), cancel)).toMatchObject({
      code: 'document-made-by-meeting',
    });
    const replace = { ...made, file: uploaded('%PDF-1.7 annan') };
    expect(await office.run(replaceDocument, person(office.ids.official), replace)).toMatchObject({
      code: 'document-not-uploaded-here',
    });
    const { rows } = await office.admin.query(
      "select act, result, code from audit_event where act = 'replaceDocument' order by seq desc limit 1",
    );
    expect(rows).toEqual([{ act: 'replaceDocument', result: 'refused', code: 'document-not-uploaded-here' }]);
  });

  it('have versions that the application can neither change nor remove', async () => {
    const { versionId } = await registered();
    const em = office.orm.em.fork();
    await expect(
      em.execute('update document_version set pages = 9 where id = ?', [versionId]),
    ).rejects.toThrow(/permission denied/);
    await expect(em.execute('delete from blob')).rejects.toThrow(/permission denied/);
  });

  it('hide with the closed item that they belong to: from officials and the recused, not from the secretary', async () => {
    const { documentId } = await registered({ title: 'Enskilds ärende' });
    const { body, authority, member, secretary, official } = office.ids;
    const meeting = uuidv7();
    const item = uuidv7();
    await office.admin.query(
      `insert into meeting (id, authority_id, body_id, year, number, phase, day, start_time, end_time, place, last_agenda_number, calendar_sequence)
       values ($1, $2, $3, 2026, 1, 'planned', '2026-02-20', '09:00', '15:00', 'Sal Linden', 0, 0)`,
      [meeting, authority, body],
    );
    await office.admin.query(
      `insert into agenda_item (id, authority_id, body_id, meeting_id, ordinal, kind, title, public_title, closed, exercise_of_authority, presenters, recipient_ids, late, state)
       values ($1, $2, $3, $4, 1, 'decision', 'Enskilds ärende', 'Ärende', true, true, '[]', '[]', false, 'listed')`,
      [item, authority, body, meeting],
    );
    await within(person(secretary), (tx) => closePapers(tx, documentId, item));
    const seenBy = (personId: string) =>
      within(person(personId), async (tx) => (await latestVersion(tx.em, documentId)) !== null);
    expect([await seenBy(secretary), await seenBy(member), await seenBy(official)]).toEqual([
      true,
      true,
      false,
    ]);
    await office.admin.query(
      `insert into recusal (id, authority_id, meeting_id, item_id, person_id, ground, decided_by, announced_at) values ($1, $2, $3, $4, $5, 'party', 'self', now())`,
      [uuidv7(), authority, meeting, item, member],
    );
    expect(await seenBy(member)).toBe(false);
    await expect(
      within(person(official), (tx) =>
        addDocumentVersion(tx, {
          documentId,
          madeKey: 'obehörig',
          bytes: Buffer.from('x'),
          mediaType: 'application/pdf',
          pages: 1,
          fileName: 'x.pdf',
          template: null,
          snapshot: null,
          renderer: null,
          claims: [],
        }),
      ),
    ).rejects.toThrow();
  });
});

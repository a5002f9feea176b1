import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { attachDocument } from '../../../../src/commands/meetings/agenda/item-documents';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { playedMeeting } from '../../../support/builders/session';
import { presented, sign, verificationProcess } from '../../../support/builders/verification';
import { signedInAs } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('minutes as a supporting document of a later item (acceptance case 23)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it('are offered and taken when they are verified, not while they are out for signing', async () => {
    const { minutesId } = await playedMeeting(office);
    office.now = new Date('2026-03-03T09:00:00Z');
    await presented(office, minutesId);
    const [minutes] = await office.rows<{ documentId: string }>(
      'select document_id as "documentId" from minutes where id = $1',
      [minutesId],
    );
    const { documentId } = minutes!;
    const [later] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
    const { itemId } = await office.done(addItem, office.secretary, {
      meetingId: later!.id,
      kind: 'information',
      title: 'Uppföljning av föregående sammanträde',
    });
    api = await serveApi(office.db, {}, office.now);
    const secretary = await signedInAs(office, api, 'Annika Roos');
    const offered = async () => {
      const page = await secretary.get(`/sammantraden/${later!.id}/punkter/${itemId}`);
      return page.$(`[name=documentId] option[value="${documentId}"]`).length;
    };
    expect(await offered()).toBe(0);
    const attach = { itemId, documentId };
    expect(await office.refusedAs(attachDocument, office.secretary, attach)).toBe('extract-not-verified');
    for (const signer of [office.secretary, office.chair, office.viceChair])
      await sign(office, minutesId, signer);
    await verificationProcess(office, minutesId).settle();
    expect(await offered()).toBe(1);
    await office.done(attachDocument, office.secretary, attach);
  });
});

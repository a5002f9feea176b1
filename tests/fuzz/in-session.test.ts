import { serveApi, type ServedApi } from '../api/support/test-api';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { knownDocument } from './known-document';
import { duringMeeting, meetingInSession } from './office-worlds';
import { nothingWrong, tryOperations } from './try-operations';

describe('bad requests while a meeting is held', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let people: readonly string[];
  beforeAll(async () => {
    office = await meetingOffice();
    people = await meetingInSession(office);
    api = await serveApi(office.db, {}, office.now);
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it('are refused as the OpenAPI document says, never with a fault, and each refusal is in the audit log', async () => {
    const [secretary = ''] = people;
    const known = await knownDocument(office);
    // The secretary runs the meeting: every other request is theirs.
    const coming = people.slice(1).flatMap((personId) => [secretary, personId]);
    const wrong = await tryOperations(api, known, {
      name: 'Under mötet',
      of: duringMeeting,
      people: [...coming, secretary, null],
    });
    expect(wrong).toEqual(nothingWrong);
  }, 7_200_000);
});

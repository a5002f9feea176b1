import { accessWorld, type AccessWorld } from '../api/access/objects';
import { serveApi, type ServedApi } from '../api/support/test-api';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { knownDocument, type KnownDocument } from './known-document';
import { endingSession, otherwise } from './office-worlds';
import { nothingWrong, tryOperations } from './try-operations';

const NOW = new Date('2026-03-05T14:00:00Z');

describe('bad requests when the meeting has been held', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let world: AccessWorld;
  let known: KnownDocument;
  beforeAll(async () => {
    office = await meetingOffice();
    world = await accessWorld(office);
    api = await serveApi(office.db, {}, NOW);
    known = await knownDocument(office);
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it('to commands are refused as the OpenAPI document says, never with a fault, and each refusal is in the audit log', async () => {
    const { secretary, official, registrar, operator, member } = world.people;
    const wrong = await tryOperations(api, known, {
      name: 'Efter mötet, åtgärder',
      of: otherwise,
      people: [secretary, official, secretary, registrar, secretary, member, operator, null],
    });
    expect(wrong).toEqual(nothingWrong);
  }, 7_200_000);

  it('to pages, files and feeds are answered as the OpenAPI document says, never with a fault', async () => {
    const { secretary, official, registrar, auditor, member } = world.people;
    const reading = known.operations
      .filter(
        ({ tags, operationId }) => (tags ?? ['reading']).includes('reading') && operationId !== 'endSession',
      )
      .map(({ operationId }) => operationId);
    const wrong = await tryOperations(api, known, {
      name: 'Efter mötet, läsning',
      of: reading,
      people: [secretary, member, official, registrar, auditor, null],
    });
    expect(wrong).toEqual(nothingWrong);
  }, 7_200_000);

  it('to what ends the own session are answered as the OpenAPI document says', async () => {
    const wrong = await tryOperations(api, known, {
      name: 'Efter mötet, avslutade sessioner',
      of: endingSession,
      people: [world.people.chair, null],
    });
    expect(wrong).toEqual(nothingWrong);
  }, 7_200_000);
});

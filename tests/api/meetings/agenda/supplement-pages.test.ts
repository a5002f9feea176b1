import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { supplementMinutes } from '../../../../src/commands/meetings/agenda/supplement-minutes';
import { verifiedMeeting } from '../../../support/builders/dispatch';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import type { PlayedMeeting } from '../../../support/builders/session';
import type { Browser } from '../../support/browser';
import { signedInAs } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

// M-9, M-10; acceptance case 2

describe('case 2: a supplement with two points to minutes that are verified', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let earlier: PlayedMeeting;
  let may: string;
  let itemId: string;

  beforeAll(async () => {
    office = await meetingOffice();
    earlier = await verifiedMeeting(office);
    may = (await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`))[0]!.id;
    const added = await office.done(addItem, office.secretary, {
      meetingId: may,
      kind: 'decision',
      title: 'Föregående protokoll, komplettering',
      points: [
        'att införa processkartan i Handboken avseende Sortiment – utanför sortiment, samt',
        'att komplettera Faktadelen med nya begrepp',
      ],
    });
    itemId = added.itemId;
    api = await serveApi(office.db, {}, office.now);
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 90_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const itemPage = () => `/sammantraden/${may}/punkter/${itemId}`;
  const whole = () =>
    office.rows(
      'select m.*, p.record, p.record_hash from minutes m join paragraph p on p.minutes_id = m.id order by p.number',
    );

  it('is linked to both by a plain form, and the old minutes are unchanged', async () => {
    const before = await whole();
    const page = await secretary.get(itemPage());
    const form = page.$('form[action$="/supplementMinutes"]');
    expect(
      form
        .find('option')
        .map((_index, each) => page.$(each).text().trim())
        .get(),
    ).toEqual(['Inget protokoll', 'fredag 20 februari 2026']);
    const answer = await secretary.send(page, 'form[action$="/supplementMinutes"]', {
      minutesId: earlier.minutesId,
    });
    expect(answer.status).toBe(303);
    const saved = await secretary.get(itemPage());
    expect(saved.$('form[action$="/supplementMinutes"] option[selected]').text()).toBe(
      'fredag 20 februari 2026',
    );

    const old = await secretary.get(`/sammantraden/${earlier.meetingId}/protokoll`);
    const link = old.$('#kompletteringar-rubrik').parent().find('a');
    expect(link.text()).toBe(
      'Kompletteras vid sammanträdet fredag 22 maj 2026: Föregående protokoll, komplettering',
    );
    expect(link.attr('href')).toBe(`/sammantraden/${may}/protokoll`);
    expect(await whole()).toEqual(before);
  });

  it('is refused for minutes of the same day or later, for minutes that are not verified, and for an item without points', async () => {
    const version = async (id: string) =>
      (await office.rows<{ version: number }>('select version from agenda_item where id = $1', [id]))[0]!
        .version;
    const { minutesId } = earlier;
    const pointless = await office.done(addItem, office.secretary, {
      meetingId: may,
      kind: 'information',
      title: 'Utan punkter',
    });
    const refused = async (id: string) =>
      office.refusedAs(supplementMinutes, office.secretary, {
        itemId: id,
        version: await version(id),
        minutesId,
      });
    expect(await refused(pointless.itemId)).toBe('supplement-without-points');
    const [january] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-01-15'`);
    const early = await office.done(addItem, office.secretary, {
      meetingId: january!.id,
      kind: 'decision',
      title: 'För tidigt',
      points: ['Något läggs till.'],
    });
    expect(await refused(early.itemId)).toBe('supplement-of-later-minutes');
    await office.rows(`update minutes set state = 'verifying' where id = $1`, [minutesId]);
    expect(await refused(itemId)).toBe('supplement-of-unverified-minutes');
    await office.rows(`update minutes set state = 'verified' where id = $1`, [minutesId]);
    expect(
      await office.refusedAs(supplementMinutes, office.member, {
        itemId,
        version: await version(itemId),
        minutesId,
      }),
    ).toBe('not-allowed');
  });

  it('can be taken away again', async () => {
    const [row] = await office.rows<{ version: number }>('select version from agenda_item where id = $1', [
      itemId,
    ]);
    await office.done(supplementMinutes, office.secretary, {
      itemId,
      version: row!.version,
      minutesId: null,
    });
    const old = await secretary.get(`/sammantraden/${earlier.meetingId}/protokoll`);
    expect(old.$('#kompletteringar-rubrik')).toHaveLength(0);
  });
});

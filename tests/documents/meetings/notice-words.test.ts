import { renderNotice } from '../../../src/documents/meetings/notice';
import { inspectPdf } from '../../../src/documents/package/inspect-pdf';
import { noticeWords, type NoticeWords } from '../../../src/documents/meetings/notice-words';
import { asDay } from '../../../src/domain/time/day';

const notice: NoticeWords = {
  body: 'Gemensam hjälpmedelsnämnd',
  host: 'Region Västerdal',
  hostMailbox: 'registrator@vasterdal.example',
  meetingDay: asDay('2026-02-20'),
  verifiedOn: asDay('2026-03-04'),
  paragraphs: [12, 13],
  appealable: true,
  secretary: 'Annika Roos',
};
const board = { principal: 'Almby kommun', address: 'https://almby.example/anslag' };
const postedDay = asDay('2026-03-06');
const stated = {
  postedDay,
  startsOn: null,
  endsOn: asDay('2026-03-27'),
  earliestTakeDown: asDay('2026-03-28'),
};
const appealOf = (appealCourt: string | null, appealCourtAddress: readonly string[]) =>
  noticeWords(notice, board, stated, { appealCourt, appealCourtAddress }).appeal;

describe('the words of a notice about where decisions are appealed (KL 13:1, 13:5)', () => {
  it('name the court and its address as the rules of procedure give them', () => {
    expect(appealOf('Förvaltningsrätten i Västerdal', ['Box 100', '900 01 Västerdal'])).toMatchObject({
      court: 'Förvaltningsrätten i Västerdal',
      courtAddress: ['Box 100', '900 01 Västerdal'],
    });
  });

  it('say which court it is where the rules name none', () => {
    expect(appealOf(null, [])?.courtAddress).toEqual([
      'Den förvaltningsrätt som prövar beslut av värdkommunen eller värdregionen',
    ]);
  });
});

describe('the head of a notice', () => {
  it('names the meeting, as the other papers do; the board stands in the text', () => {
    const words = noticeWords(notice, board, stated, { appealCourt: null, appealCourtAddress: [] });
    expect(words.reference).toBe('Sammanträde 2026-02-20');
    expect(words.board).toBe('Almby kommun, https://almby.example/anslag');
  });
});

describe('the words of a notice about when it may be taken down (KL 8:12, 13:5)', () => {
  const court = { appealCourt: null, appealCourtAddress: [] };

  it('say that the day holds only if all boards carry it, while one is waited for', () => {
    const words = noticeWords(notice, board, stated, court);
    expect(words.takenDownEarliest).toBe('lördag 28 mars 2026');
    expect(words.takenDownCondition).toBe(
      'Det gäller om alla parters tavlor har anslaget fredag 6 mars 2026. Annars sätts ett nytt upp, med senare dag.',
    );
    expect(words.appeal?.time).toContain(
      'Sätts det upp överallt fredag 6 mars 2026 är sista dagen fredag 27 mars 2026.',
    );
  });

  it('leave the notice on one sheet, with the court’s address: that is what hangs on the board', async () => {
    const host = 'myndighetsbrevlada@regionvasterdal.example';
    const whole = {
      ...notice,
      hostMailbox: host,
      paragraphs: Array.from({ length: 15 }, (_, index) => index + 1),
    };
    const address = ['Box 100', '900 01 Västerdal', 'forvaltningsratten@domstol.example'];
    const words = noticeWords(whole, board, stated, {
      appealCourt: 'Förvaltningsrätten i Västerdal',
      appealCourtAddress: address,
    });
    const { pdf } = await renderNotice(words, { createdAt: new Date('2026-03-04T14:00:00Z') });
    expect((await inspectPdf(pdf)).pages).toBe(1);
  });

  it('say the counted day when all boards carry it, whatever the own day was', () => {
    const counted = {
      postedDay,
      startsOn: asDay('2026-03-09'),
      endsOn: asDay('2026-03-30'),
      earliestTakeDown: asDay('2026-03-31'),
    };
    const words = noticeWords(notice, board, counted, court);
    expect(words).toMatchObject({
      postedDay: 'fredag 6 mars 2026',
      takenDownEarliest: 'tisdag 31 mars 2026',
    });
    expect(words.takenDownCondition).toBeUndefined();
    expect(words.appeal?.time).toContain(
      'Det satt på alla måndag 9 mars 2026, och sista dagen är måndag 30 mars 2026.',
    );
  });
});

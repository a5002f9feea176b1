import { noticeWords, type NoticeWords } from '../../../src/documents/meetings/notice-words';
import { asDay } from '../../../src/domain/time/day';

const notice: NoticeWords = {
  body: 'Gemensam hjälpmedelsnämnd',
  host: 'Region Västerdal',
  hostMailbox: 'registrator@vasterdal.example',
  meetingDay: asDay('2026-02-20'),
  verifiedOn: asDay('2026-03-04'),
  postingDay: asDay('2026-03-06'),
  paragraphs: [12, 13],
  appealable: true,
  secretary: 'Annika Roos',
};
const board = { principal: 'Almby kommun', address: 'https://almby.example/anslag' };
const stated = { endsOn: asDay('2026-03-27'), earliestTakeDown: asDay('2026-03-28') };
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

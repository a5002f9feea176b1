import { fillTemplate } from '../../../../src/domain/meetings/agenda/agenda-template';
import { defaultAgendaTemplates } from '../../../../src/domain/meetings/agenda/agenda-template-defaults';
import { definiteDate, statedDates } from '../../../../src/domain/time/swedish-dates';
import { canMove } from '../../../../src/domain/meetings/phases';
import { asDay } from '../../../../src/domain/time/day';

describe('the formal items of a board (M-3)', () => {
  const facts = {
    föregående: '2026-01-15',
    justerare: 'Solveig Norrby',
    nästa: `${definiteDate(asDay('2026-05-22'))} kl 09.00`,
  };

  it('case 10: «Nästa sammanträde ska äga rum fredagen den 22 maj 2026 kl 09.00.», and the weekday is right', () => {
    const next = fillTemplate(defaultAgendaTemplates.jointBoard.items, facts).find(
      (item) => item.key === 'nextMeeting',
    );
    expect(next?.points).toEqual(['Nästa sammanträde ska äga rum fredagen den 22 maj 2026 kl 09.00.']);
    expect(statedDates(next?.points[0] ?? '')[0]?.right).toBe(true);
  });

  it('case 8: the previous minutes are reported and nothing is decided', () => {
    const previous = fillTemplate(defaultAgendaTemplates.jointBoard.items, facts)[1];
    expect(previous?.points).toEqual([]);
    expect(previous?.note).toBe(
      'Anmäls att protokoll från sammanträdet 2026-01-15 justerats i föreskriven ordning.',
    );
  });

  it('leaves out a sentence that waits for a fact, and says which', () => {
    const [, previous] = fillTemplate(defaultAgendaTemplates.jointBoard.items, {});
    expect(previous).toMatchObject({ points: [], waitsFor: ['föregående'] });
    expect(previous?.note).toBeUndefined();
  });
});

describe('changing a planned meeting (M-1)', () => {
  it.each(['planned', 'agendaApproved'] as const)('may be done while it is %s', (phase) => {
    expect(canMove(phase, 'changeMeeting')).toEqual({ ok: true });
  });

  it.each(['summoned', 'inSession', 'closed', 'verified', 'ended'] as const)(
    'is refused when it is %s',
    (phase) => {
      expect(canMove(phase, 'changeMeeting')).toMatchObject({ ok: false, code: 'meeting-summoned' });
    },
  );
});

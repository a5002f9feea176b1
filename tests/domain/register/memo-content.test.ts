import {
  canReadyMemo,
  missingInMemo,
  writtenSections,
  type MemoContent,
} from '../../../src/domain/register/memo-content';

const whole: Pick<MemoContent, 'title' | 'sections' | 'notApplicable' | 'dispatchTo'> = {
  title: 'Borttagande av talflödeshjälpmedel',
  sections: {
    proposedDecision: '1. Hjälpmedlet tas bort.',
    summary: 'Produkterna finns inte längre.',
    background: 'Förskrivningsbart sedan 2014.',
    financialConsequences: 'Låg påverkan.',
    environment: 'Färre transporter.',
    residents: 'Egen mobiltelefon krävs.',
  },
  notApplicable: { childRights: 'Beslutet rör inte barn direkt.' },
  dispatchTo: ['Region Västerdals myndighetsbrevlåda'],
};

describe('an official memo', () => {
  it('can be made ready when every perspective holds text or a reason', () => {
    expect(missingInMemo(whole)).toEqual([]);
    expect(canReadyMemo(whole)).toBeNull();
  });

  it('names all that is missing at once', () => {
    const bare = {
      title: ' ',
      sections: { residents: ' \n' },
      notApplicable: { childRights: '  ' },
      dispatchTo: [],
    };
    expect(missingInMemo(bare).map(({ section, refusal }) => [section, refusal.code])).toEqual([
      ['title', 'memo-without-title'],
      ['proposedDecision', 'memo-section-empty'],
      ['summary', 'memo-section-empty'],
      ['environment', 'memo-perspective-unanswered'],
      ['childRights', 'memo-perspective-unanswered'],
      ['residents', 'memo-perspective-unanswered'],
      ['dispatchTo', 'memo-without-recipients'],
    ]);
    expect(canReadyMemo(bare)).toMatchObject({
      code: 'memo-incomplete',
      facts: {
        missing:
          'rubrik, Förslag till beslut, Ärendet i korthet, Miljöperspektiv, Barnrättsperspektiv, Invånarperspektiv, Beslutet skickas till',
      },
    });
  });

  it('leaves empty sections out, gathers the rest under their groups, and gives the reason where a perspective does not apply', () => {
    expect(writtenSections(whole).map(({ heading, level, content }) => [level, heading, content])).toEqual([
      [2, 'Förslag till beslut', '1. Hjälpmedlet tas bort.'],
      [2, 'Ärendet i korthet', 'Produkterna finns inte längre.'],
      [2, 'Detaljerad beskrivning av ärendet', undefined],
      [3, 'Bakgrund', 'Förskrivningsbart sedan 2014.'],
      [2, 'Verksamhetsmässiga och ekonomiska konsekvenser', undefined],
      [3, 'Ekonomiska konsekvenser', 'Låg påverkan.'],
      [2, 'Hållbarhet', undefined],
      [3, 'Miljöperspektiv', 'Färre transporter.'],
      [3, 'Barnrättsperspektiv', 'Beslutet rör inte barn direkt.'],
      [3, 'Invånarperspektiv', 'Egen mobiltelefon krävs.'],
    ]);
  });

  it('never skips a level of headings, whichever sections are written', () => {
    const only = (section: string) => writtenSections({ sections: { [section]: 'Text' }, notApplicable: {} });
    for (const section of ['currentState', 'legalConsequences', 'residents', 'followUp', 'alternatives']) {
      const levels = only(section).map(({ level }) => level);
      expect(levels[0]).toBe(2);
    }
  });
});

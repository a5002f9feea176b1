import { renderMinutes } from '../../../src/documents/meetings/minutes';
import {
  minutesWords,
  publicMinutesWords,
  verifiedMinutesWords,
} from '../../../src/documents/meetings/minutes-words';
import { paragraphWords, publicParagraphWords } from '../../../src/documents/meetings/paragraph-words';
import type { RecordedParagraph } from '../../../src/domain/meetings/recorded-paragraph';
import type { WrittenMinutes, WrittenParagraph } from '../../../src/domain/meetings/minutes/written-minutes';
import { asDay } from '../../../src/domain/time/day';

const BODY = 'Gemensam hjälpmedelsnämnd';

const serving = (name: string, more: Partial<RecordedParagraph['serving'][number]> = {}) => ({
  personId: name,
  seatId: name,
  name,
  party: 'S',
  principal: 'Almby',
  office: null,
  mode: 'room' as const,
  servesFor: null,
  ...more,
});

const record = (more: Partial<RecordedParagraph> = {}): RecordedParagraph => ({
  format: 1,
  agendaNumber: 7,
  title: 'Förslag borttagande av ADL-fotpall för barn',
  kind: 'decision',
  registryNumber: 'HMC260005',
  withdrawn: false,
  serving: [serving('Karin Ask', { office: 'chair' })],
  recused: [],
  quorum: { serving: 1, needed: 1, quorate: true },
  presenters: [],
  proposal: [],
  motions: [],
  propositions: [],
  votes: [],
  outcome: 'approved',
  points: ['ADL-fotpallar tas bort.'],
  reason: null,
  effectiveOn: null,
  condition: null,
  assignments: [],
  statements: [],
  dispatchTo: [],
  ...more,
});

const paragraph = (
  more: Partial<RecordedParagraph> = {},
  own: Partial<WrittenParagraph> = {},
): WrittenParagraph => ({
  id: 'p',
  itemId: 'i',
  number: 8,
  closed: false,
  publicTitle: null,
  record: record(more),
  summary: '',
  background: '',
  supporting: [],
  ...own,
});

const minutes: WrittenMinutes = {
  body: BODY,
  host: 'Region Västerdal',
  hostMailbox: 'nämnd@vasterdal.example',
  meetingDay: asDay('2026-02-20'),
  place: 'Gripen',
  openedAt: new Date('2026-02-20T08:00:00Z'),
  closedAt: new Date('2026-02-20T11:00:00Z'),
  adjournments: [{ from: new Date('2026-02-20T09:20:00Z'), minutes: 15 }],
  paragraphs: [
    paragraph(
      {
        serving: [serving('Karin Ask', { office: 'chair' }), serving('Hanna Ryd', { servesFor: 'Ida Nor' })],
      },
      { number: 12 },
    ),
    paragraph(
      {
        serving: [serving('Karin Ask', { office: 'chair' }), serving('Ida Nor', { mode: 'remote' })],
        title: 'Hemligt',
      },
      { number: 13, closed: true, publicTitle: 'Enskilt ärende' },
    ),
    paragraph({ serving: [serving('Karin Ask', { office: 'chair' }), serving('Ida Nor')] }, { number: 14 }),
  ],
  notServing: [],
  others: [
    { name: 'Helena Mårtens', capacity: 'Föredragande', paragraph: 12 },
    { name: 'Helena Mårtens', capacity: 'Föredragande', paragraph: 14 },
    { name: 'Annika Roos', capacity: 'Sekreterare', paragraph: null },
  ],
  signers: [
    {
      role: 'writer',
      presided: null,
      name: 'Annika Roos',
      party: '',
      replacedReason: null,
      signedAt: new Date('2026-02-24T09:00:00Z'),
      dissent: null,
    },
    {
      role: 'chair',
      presided: null,
      name: 'Karin Ask',
      party: 'S',
      replacedReason: null,
      signedAt: new Date('2026-02-24T10:00:00Z'),
      dissent: null,
    },
    {
      role: 'verifier',
      presided: null,
      name: 'Ida Nor',
      party: 'S',
      replacedReason: 'sjuk',
      signedAt: null,
      dissent: null,
    },
    {
      role: 'verifier',
      presided: null,
      name: 'Stig Lund',
      party: 'M',
      replacedReason: null,
      signedAt: new Date('2026-02-25T10:00:00Z'),
      dissent: '§ 14 borde ha bordlagts.',
    },
  ],
  verification: { day: asDay('2026-03-04'), time: '13:00', place: 'Almby' },
  announcing: { municipalLaw: true, noticeBoards: 'everyPrincipal', noticeWithinDays: 2, appealWeeks: 3 },
};
const facts = { sha256: 'c0ffee', verifiedOn: asDay('2026-02-25') };

describe('the words of a paragraph (KL 5:65-67)', () => {
  it('ends the sentence of what was carried with one full stop, though the proposition is a sentence itself', () => {
    const words = paragraphWords(
      paragraph({
        propositions: [{ words: 'Bifall till förslaget.', carried: true }],
        votes: [
          {
            number: 1,
            yesMeans: 'Bifall till förslaget.',
            noMeans: 'Avslag på förslaget.',
            ballots: [],
            yes: 8,
            no: 7,
            abstained: 0,
            castingVote: false,
            result: 'yes',
          },
        ],
      }),
      BODY,
    );
    expect(words.orderOfPropositions).toContain('beslutet blir: Bifall till förslaget.');
    expect(words.vote?.question).toBe('Ja: Bifall till förslaget. Nej: Avslag på förslaget.');
    expect(JSON.stringify(words)).not.toContain('..');
  });

  it('tells motions, the order of propositions, every ballot and the casting vote', () => {
    const words = paragraphWords(
      paragraph({
        motions: [{ by: 'Patrik Öberg', party: 'S', text: 'Förslaget avslås.' }],
        propositions: [
          { words: 'Bifall till förslaget', carried: true },
          { words: 'Bifall till Patrik Öbergs yrkande', carried: false },
        ],
        votes: [
          {
            number: 1,
            yesMeans: 'Bifall till förslaget',
            noMeans: 'Avslag',
            ballots: [{ name: 'Karin Ask', party: 'S', choice: 'yes' }],
            yes: 1,
            no: 1,
            abstained: 0,
            castingVote: true,
            result: 'yes',
          },
        ],
        statements: [{ kind: 'reservation', name: 'Patrik Öberg', party: 'S', reason: null }],
      }),
      BODY,
    );
    expect(words.motions).toEqual(['Patrik Öberg (S) yrkar: Förslaget avslås.']);
    expect(words.orderOfPropositions).toContain(
      '1. Bifall till förslaget\n2. Bifall till Patrik Öbergs yrkande',
    );
    expect(words.orderOfPropositions).toContain('Votering begärs.');
    expect(words.vote?.rows).toEqual([{ name: 'Karin Ask', party: 'S', principal: 'Almby', choice: 'Ja' }]);
    expect(words.vote?.result).toBe(
      'Med 1 ja-röst mot 1 nej-röst blir beslutet: Bifall till förslaget. Ordförandens utslagsröst avgör.',
    );
    expect(words.reservations).toEqual([{ by: 'Patrik Öberg (S)' }]);
  });

  it.each<[RecordedParagraph['outcome'], Partial<RecordedParagraph>, string]>([
    [
      'referredBack',
      { reason: 'Kostnaden ska beskrivas.' },
      'Ärendet återremitteras. Kostnaden ska beskrivas.',
    ],
    ['tabled', {}, 'Ärendet bordläggs.'],
    ['rejected', {}, 'Förslaget avslås.'],
    ['noted', {}, 'Informationen antecknas till protokollet.'],
  ])('says what an item that was %s became', (outcome, more, sentence) => {
    const words = paragraphWords(paragraph({ outcome, points: [], ...more }), BODY);
    expect(words.decision).toEqual({ points: [sentence] });
  });

  it.each<[RecordedParagraph['outcome'], string]>([
    ['referredBack', 'Ärendet återremitteras. Kostnaden ska beskrivas.'],
    ['rejected', 'Förslaget avslås. Kostnaden ska beskrivas.'],
    ['tabled', 'Ärendet bordläggs. Kostnaden ska beskrivas.'],
    ['postponed', 'Ärendet skjuts upp. Kostnaden ska beskrivas.'],
    ['withdrawn', 'Ärendet utgår. Kostnaden ska beskrivas.'],
  ])('never has the proposal as decided of an older record that was %s', (outcome, sentence) => {
    const reason = 'Kostnaden ska beskrivas.';
    const proposal = ['Ny upphandling påbörjas under 2026.'];
    const effectiveOn = asDay('2026-03-01');
    const older = paragraph({ outcome, reason, proposal, points: proposal, effectiveOn });
    expect(paragraphWords(older, BODY).decision).toEqual({ points: [sentence] });
    const own = 'Förvaltningen får i uppdrag att redovisa kostnaden.';
    const written = paragraph({ outcome, reason, proposal, points: [own] });
    expect(paragraphWords(written, BODY).decision?.points).toEqual([sentence, own]);
  });

  it('tells the reason of what was approved too, where one was recorded', () => {
    const approved = paragraph({ outcome: 'approvedWithChanges', reason: 'Kostnaden är känd.' });
    expect(paragraphWords(approved, BODY).decision?.terms).toBe('Skäl: Kostnaden är känd.');
  });

  it('leads several points in, and lets one sentence stand alone', () => {
    const decided = (...points: string[]) => paragraphWords(paragraph({ points }), BODY).decision;
    expect(decided('Föredragningslistan fastställs.')).toEqual({
      points: ['Föredragningslistan fastställs.'],
    });
    expect(decided('Ett.', 'Två.')?.lead).toBe('Gemensam hjälpmedelsnämnd beslutar:');
  });

  it.each([
    ['Beslutspunkt 1 gäller från och med söndag 1 mars 2026.', true],
    ['Beslutet gäller från och med den 1\nmars 2026.', true],
    ['Beslutet gäller från och med 2026-03-01.', true],
    ['Beslutet gäller från och med den 11 mars 2026.', false],
    ['Fotpallarna tas bort ur sortimentet.', false],
    ['Kostnaden redovisas senast den 1 mars 2026.', false],
  ])('says the day from which it holds once: «%s» has it: %s', (point, has) => {
    const { decision } = paragraphWords(
      paragraph({ points: [point], effectiveOn: asDay('2026-03-01') }),
      BODY,
    );
    expect(decision?.terms).toBe(has ? undefined : 'Beslutet gäller från och med söndag 1 mars 2026.');
  });

  it('says from when a decision holds, what it waits for and what someone is asked to do', () => {
    const { decision } = paragraphWords(
      paragraph({
        outcome: 'conditional',
        effectiveOn: asDay('2026-03-01'),
        condition: 'Tabell 3 rättas.',
        assignments: [
          {
            kind: 'condition',
            owner: 'Staffan Ekblad',
            text: 'Tabell 3 rättas.',
            dueWords: null,
            dueDay: asDay('2026-03-06'),
          },
          {
            kind: 'assignment',
            owner: 'Staffan Ekblad',
            text: 'Fördjupa analysen.',
            dueWords: 'hösten 2026',
            dueDay: null,
          },
        ],
      }),
      BODY,
    );
    expect(decision?.terms?.split('\n\n')).toEqual([
      'Beslutet gäller från och med söndag 1 mars 2026.',
      'Villkor: Tabell 3 rättas. Ansvarig: Staffan Ekblad, senast fredag 6 mars 2026.',
      'Uppdrag: Fördjupa analysen. Ansvarig: Staffan Ekblad, hösten 2026.',
    ]);
  });

  it('names the recused and who sat for them', () => {
    const words = paragraphWords(
      paragraph({
        recused: [serving('Lisbeth Frank')],
        serving: [serving('Britt Hed', { servesFor: 'Lisbeth Frank' })],
      }),
      BODY,
    );
    expect(words.recusals).toEqual([
      'Lisbeth Frank (S) är jävig och deltar varken i överläggningen eller i beslutet.',
    ]);
    expect(words.serving).toEqual(['Britt Hed (S) tjänstgör i stället för Lisbeth Frank.']);
  });

  it('tells what the body decided in a dispute about recusal, with the ground (KL 6:30)', () => {
    const disputed = (more: Partial<RecordedParagraph['recused'][number]>) =>
      paragraphWords(
        paragraph({ recused: [{ ...serving('Lisbeth Frank'), decidedBy: 'body', ...more }] }),
        BODY,
      ).recusals;
    const noPart = 'Lisbeth Frank deltar varken i överläggningen eller i beslutet.';
    expect(disputed({ ground: 'party', note: null })).toEqual([
      `Gemensam hjälpmedelsnämnd beslutar att Lisbeth Frank (S) är jävig i ärendet, eftersom saken angår personen själv eller någon närstående. ${noPart}`,
    ]);
    expect(disputed({ ground: 'other', note: 'Delägare i leverantören.' })).toEqual([
      `Gemensam hjälpmedelsnämnd beslutar att Lisbeth Frank (S) är jävig i ärendet på grund av en särskild omständighet: Delägare i leverantören. ${noPart}`,
    ]);
    expect(disputed({ decidedBy: 'self', ground: 'party', note: null })).toEqual([
      'Lisbeth Frank (S) är jävig och deltar varken i överläggningen eller i beslutet.',
    ]);
    const found = paragraphWords(paragraph({ notRecused: [serving('Sten Hall', { party: 'SD' })] }), BODY);
    expect(found.recusals).toEqual([
      'Gemensam hjälpmedelsnämnd beslutar att Sten Hall (SD) inte är jävig i ärendet.',
    ]);
  });

  it('says from which meeting a recusal came with an item that was put off (KL 6:30)', () => {
    const from = { day: asDay('2026-02-20'), paragraph: 7 };
    const carried = (decidedBy: 'self' | 'body', paragraphNumber: number | null) =>
      paragraphWords(
        paragraph({
          recused: [
            {
              ...serving('Lisbeth Frank'),
              decidedBy,
              ground: 'party',
              note: null,
              from: { ...from, paragraph: paragraphNumber },
            },
          ],
        }),
        BODY,
      ).recusals;
    expect(carried('self', 7)).toEqual([
      'Lisbeth Frank (S) har anmält jäv i ärendet vid sammanträdet den 20 februari 2026 (§ 7) och deltar varken i överläggningen eller i beslutet.',
    ]);
    expect(carried('body', null)).toEqual([
      'Gemensam hjälpmedelsnämnd har vid sammanträdet den 20 februari 2026 beslutat att Lisbeth Frank (S) är jävig i ärendet, eftersom saken angår personen själv eller någon närstående. Lisbeth Frank deltar varken i överläggningen eller i beslutet.',
    ]);
  });

  it('says of other questions that none was raised, and of any that was what it came to', () => {
    const noted = { kind: 'formality', outcome: 'noted', points: [], proposal: [] } as const;
    const of = (record: Partial<RecordedParagraph>, summary = '') => {
      const words = paragraphWords(paragraph({ ...noted, ...record }, { summary, background: '' }), BODY);
      return [words.summary, words.decision?.points[0]];
    };
    const none = ['Inga övriga frågor anmäldes.', undefined];
    const noting = 'Informationen antecknas till protokollet.';
    expect(of({ otherQuestions: true })).toEqual(none);
    expect(of({ otherQuestions: true, outcome: null })).toEqual(none);
    expect(of({})).toEqual([undefined, noting]);
    expect(of({ otherQuestions: true }, 'Ingrid Norell frågar om kön.')).toEqual([
      'Ingrid Norell frågar om kön.',
      noting,
    ]);
    const asked = {
      kind: 'assignment',
      owner: 'Sten Hall',
      text: 'Svara.',
      dueWords: null,
      dueDay: null,
    } as const;
    expect(of({ otherQuestions: true, assignments: [asked] })).toEqual([undefined, noting]);
    const moved = { by: 'Sten Hall', party: 'SD', text: 'Kön ska redovisas.' };
    expect(of({ otherQuestions: true, motions: [moved] })).toEqual([undefined, noting]);
  });

  it.each<[string, Partial<RecordedParagraph>, Partial<WrittenParagraph>]>([
    ['somebody presented', { presenters: ['Helena Mårtens'] }, {}],
    ['somebody was recused', { recused: [serving('Lisbeth Frank')] }, {}],
    ['the body found somebody not recused', { notRecused: [serving('Sten Hall')] }, {}],
    ['a proposition was put', { propositions: [{ words: 'Bifalls frågan?', carried: true }] }, {}],
    ['a document lies at it', {}, { supporting: [{ label: 'Skrivelse om kön', registryNumber: null }] }],
  ])('does not say of other questions that none was raised when %s', (_what, record, own) => {
    const other = {
      kind: 'formality',
      outcome: 'noted',
      points: [],
      proposal: [],
      otherQuestions: true,
    } as const;
    const words = paragraphWords(paragraph({ ...other, ...record }, { ...own, summary: '' }), BODY);
    expect(words.summary).toBeUndefined();
    expect(words.decision?.points[0]).toBe('Informationen antecknas till protokollet.');
  });

  it('gives the public a closed paragraph by number and public title alone', () => {
    const closed = paragraph(
      { title: 'Hemligt' },
      { closed: true, publicTitle: 'Enskilt ärende', summary: 'Namn.' },
    );
    expect(publicParagraphWords(closed, BODY)).toEqual({
      number: '§ 8',
      title: 'Enskilt ärende',
      mark: 'Paragrafen publiceras inte',
    });
  });

  it('keeps the number of a withdrawn item, with «utgår» and why', () => {
    const words = paragraphWords(
      paragraph({ withdrawn: true, outcome: null, points: [], reason: 'Inte färdigberett.' }),
      BODY,
    );
    expect(words).toMatchObject({ mark: 'Utgår', summary: 'Punkten utgår. Inte färdigberett.' });
    expect(words.decision).toBeUndefined();
  });
});

describe('the words of the minutes', () => {
  it('list who served for which paragraphs, who sat for whom, and who else was there', () => {
    const words = minutesWords(minutes);
    expect(words.members).toEqual([
      { name: 'Karin Ask', party: 'S', principal: 'Almby', items: '§§ 12–14', remark: 'Ordförande' },
      { name: 'Ida Nor', party: 'S', principal: 'Almby', items: '§§ 13–14', remark: 'På distans' },
    ]);
    expect(words.servingSubstitutes).toEqual([
      { name: 'Hanna Ryd', party: 'S', principal: 'Almby', items: '§ 12', remark: 'Ersätter Ida Nor' },
    ]);
    expect(words.others).toEqual([
      { name: 'Helena Mårtens', role: 'Föredragande', items: '§§ 12, 14' },
      { name: 'Annika Roos', role: 'Sekreterare', items: '§§ 12–14' },
    ]);
    expect(words.time).toBe('kl. 09.00–12.00');
    expect(words.adjournments).toEqual(['Sammanträdet ajournerades kl. 10.20–10.35.']);
    expect(words.signatures.every(({ signed }) => signed === 'Undertecknas i Samråd efter inloggning')).toBe(
      true,
    );
  });

  it('name in the verified copy what was signed, by whom, who was replaced, and the dissent', () => {
    const words = verifiedMinutesWords(minutes, facts);
    expect(words.verifiedCopy).toContain('SHA-256) är c0ffee');
    expect(words.verifiedCopy).toContain('Annika Roos, Karin Ask och Stig Lund');
    expect(words.verifiedCopy).toContain('Ida Nor var utsedd justerare men förhindrad: sjuk');
    expect(words.signatures.map(({ name }) => name)).toEqual(['Annika Roos', 'Karin Ask', 'Stig Lund']);
    expect(words.dissent).toBe('Stig Lund: § 14 borde ha bordlagts.');
    expect(words.notice.verifiedDay).toBe('onsdag 25 februari 2026');
    expect(words.verification).toBe('onsdag 25 februari 2026, Almby. Protokollet justerades digitalt.');
    expect(words.signatures[0]?.signed).toBe('Undertecknat i Samråd tisdag 24 februari 2026 kl. 10.00');
  });

  it('name who verified with party and office, so that each can be told from the next', () => {
    expect(minutesWords(minutes).verifiers).toBe('Karin Ask (S), ordförande, och Stig Lund (M)');
    const alone = minutes.signers.filter(({ role }) => role !== 'verifier');
    expect(minutesWords({ ...minutes, signers: alone }).verifiers).toBe('Karin Ask (S), ordförande');
  });

  it('leave signature data and closed paragraphs out of the published copy', () => {
    const words = JSON.stringify(publicMinutesWords(minutes, facts));
    expect(words).not.toContain('c0ffee');
    expect(words).not.toContain('Hemligt');
    expect(words).not.toContain('24 februari');
    expect(words).toContain('Enskilt ärende');
  });

  it('can be set as a PDF, whatever is in them', async () => {
    const { pdf } = await renderMinutes(verifiedMinutesWords(minutes, facts), {
      createdAt: new Date('2026-02-25T10:00:00Z'),
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the announcement on the front page of minutes (KL 8:12, 13:5)', () => {
  it('tells the rule while the text is signed, and the days when it is verified', () => {
    expect(minutesWords(minutes).notice).toMatchObject({
      verifiedDay: 'Dagen för den sista underskriften',
      postedDay: 'Senast andra dagen efter justeringen',
      takenDownEarliest: 'När tiden för överklagande har gått ut, tre veckor efter anslaget',
    });
    expect(verifiedMinutesWords(minutes, facts).notice).toMatchObject({
      verifiedDay: 'onsdag 25 februari 2026',
      postedDay: 'Senast fredag 27 februari 2026',
      takenDownEarliest: 'lördag 21 mars 2026 om anslaget sätts upp den sista dagen',
    });
  });

  it('says that nothing is posted for a body that announces nothing', () => {
    const quiet = { ...minutes, announcing: { ...minutes.announcing, noticeBoards: 'none' as const } };
    expect(verifiedMinutesWords(quiet, facts).notice).toMatchObject({ postedDay: 'Anslås inte' });
  });
});

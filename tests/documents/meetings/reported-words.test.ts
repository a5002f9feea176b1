import { readFileSync } from 'node:fs';
import { renderMinutesExtract } from '../../../src/documents/meetings/minutes-extract';
import { paragraphWords } from '../../../src/documents/meetings/paragraph-words';
import { renderSummons } from '../../../src/documents/meetings/summons';
import { agendaWords } from '../../../src/documents/meetings/summons-words';
import type { AgendaVersionItem } from '../../../src/domain/meetings/agenda/agenda-version-items';
import type { WrittenParagraph } from '../../../src/domain/meetings/minutes/written-minutes';
import { elementsOf, readAloud, wordsOf } from '../../support/pdf-structure';
import { options } from '../support/every-document';
import { extract, summons } from '../support/meeting-2026-02-20';

const BODY = 'Gemensam hjälpmedelsnämnd';
const notes = { label: 'Minnesanteckningar Strategiskt kundråd', registryNumber: 'HMC260007-1' };
const elsewhere = '- RV250028-1 Personuppgiftsbiträdesavtal\n- RV260027-1 Personuppgiftsbiträdesavtal';

const item = (more: Partial<AgendaVersionItem>): AgendaVersionItem => ({
  id: 'i',
  parentId: null,
  templateKey: null,
  label: '14',
  kind: 'notifications',
  title: 'Anmälningar för kännedom',
  closed: false,
  withdrawn: false,
  late: false,
  registryNumber: null,
  summary: null,
  presenters: [],
  recipients: [],
  points: ['Informationen noteras.'],
  documents: [],
  documentIds: [],
  plannedTime: null,
  ...more,
});

const paragraph = (kind: string, more: Partial<WrittenParagraph>): WrittenParagraph => ({
  id: 'p',
  itemId: 'i',
  number: 14,
  closed: false,
  publicTitle: null,
  record: {
    format: 1,
    agendaNumber: 14,
    title: 'Anmälningar för kännedom',
    kind,
    registryNumber: null,
    withdrawn: false,
    serving: [],
    recused: [],
    quorum: { serving: 1, needed: 1, quorate: true },
    presenters: [],
    proposal: ['Informationen noteras.'],
    motions: [],
    propositions: [],
    votes: [],
    outcome: 'noted',
    points: [],
    reason: null,
    effectiveOn: null,
    condition: null,
    assignments: [],
    statements: [],
    dispatchTo: [],
  },
  summary: '',
  background: '',
  supporting: [],
  ...more,
});

const headings = async (pdf: Buffer): Promise<string[]> =>
  elementsOf(await readAloud(pdf), 'H3').map(({ text }) => text.trim());

describe('an item that only reports', () => {
  it('lists attached documents once in the summons, by number, below a heading after the proposal', async () => {
    const [words] = agendaWords([item({})], { i: [{ id: 'd', ...notes }] });
    expect(words).toMatchObject({
      reported: {
        heading: 'Anmälningar',
        documents: [{ registryNumber: 'HMC260007-1', title: 'Minnesanteckningar Strategiskt kundråd' }],
      },
    });
    expect(words).not.toHaveProperty('supporting');
    const { html, pdf } = await renderSummons({ ...summons, items: [words!] }, options);
    expect(await headings(pdf)).toEqual(['Förslag till beslut', 'Anmälningar']);
    expect(html).toContain('<li>HMC260007-1&nbsp; Minnesanteckningar Strategiskt kundråd</li>');
  });

  it('has its heading also where nothing is attached: what the secretary wrote stands below it', async () => {
    const [words] = agendaWords([item({ kind: 'delegatedDecisions', summary: elsewhere })], {});
    expect(words).not.toHaveProperty('summary');
    const { pdf } = await renderSummons({ ...summons, items: [words!] }, options);
    expect(await headings(pdf)).toEqual(['Förslag till beslut', 'Delegeringsbeslut']);
    expect(wordsOf(await readAloud(pdf)).join(' ')).toContain('RV250028-1');
  });

  it('has no heading for nothing, and other items are as before', () => {
    expect(agendaWords([item({})], {})[0]).not.toHaveProperty('reported');
    expect(
      agendaWords([item({ kind: 'decision', summary: 'Kort.' })], { i: [{ id: 'd', ...notes }] })[0],
    ).toMatchObject({ summary: 'Kort.', supporting: ['Minnesanteckningar Strategiskt kundråd'] });
  });

  it('reads in the minutes as in the summons: no summary and no supporting documents beside it', async () => {
    const words = paragraphWords(paragraph('notifications', { supporting: [notes] }), BODY);
    expect(words).not.toHaveProperty('supporting');
    const { pdf } = await renderMinutesExtract({ ...extract, paragraphs: [words] }, options);
    expect(await headings(pdf)).toEqual(['Förslag till beslut', 'Beslut', 'Anmälningar']);
    const written = paragraphWords(paragraph('delegatedDecisions', { summary: elsewhere }), BODY);
    expect(written).not.toHaveProperty('summary');
    expect(written.reported).toEqual({ heading: 'Delegeringsbeslut', text: elsewhere, documents: [] });
    expect(paragraphWords(paragraph('decision', { supporting: [notes] }), BODY)).toMatchObject({
      supporting: ['Minnesanteckningar Strategiskt kundråd'],
    });
  });

  it.each(['data/demo/agenda.json', 'data/case-files/namnden-2026-02-20.json'])(
    'does not repeat an attached document in its words, in %s',
    (file) => {
      const { acts } = JSON.parse(readFileSync(file, 'utf8')) as {
        acts: { does: string; with: { itemId?: string; summary?: string } }[];
      };
      const reporting = acts.filter(({ with: input }) => input.itemId === '@item:Anmälningar för kännedom');
      expect(reporting.map(({ does }) => does)).toContain('attachDocument');
      expect(reporting.flatMap(({ with: { summary } }) => summary ?? [])).toEqual([]);
    },
  );
});

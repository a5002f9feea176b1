import type { RecordedParagraph } from '../../../../src/domain/meetings/recorded-paragraph';
import { stateActor } from '../../../../src/commands/runner/transaction';
import { minutesWords } from '../../../../src/documents/meetings/minutes-words';
import { asDay } from '../../../../src/domain/time/day';
import { readWrittenMinutes } from '../../../../src/store/queries/meetings/minutes/minutes-written';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { playedMeeting, type PlayedMeeting } from '../../../support/builders/session';

interface ParagraphRow {
  readonly number: number;
  readonly period: string;
  readonly record: RecordedParagraph;
}

describe('the meeting of 2026-02-20, from the roll call to its closing', () => {
  let office: MeetingOffice;
  let played: PlayedMeeting;
  let paragraphs: ParagraphRow[];
  beforeAll(async () => {
    office = await meetingOffice();
    played = await playedMeeting(office);
    paragraphs = await office.rows<ParagraphRow>(
      'select number, period, record from paragraph order by number',
    );
  });
  afterAll(() => office.close());

  const record = (word: string): RecordedParagraph => {
    const found = paragraphs.find((each) => each.record.title.includes(word));
    if (found === undefined) throw new Error(word);
    return found.record;
  };
  const servers = (word: string) =>
    new Map(record(word).serving.map(({ name, servesFor }) => [name, servesFor]));

  it('numbers the paragraphs of the year without a gap, in the order treated', () => {
    expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_each, index) => index + 1));
    expect(new Set(paragraphs.map(({ period }) => period))).toEqual(new Set(['2026']));
    expect(paragraphs).toHaveLength(played.paragraphs);
    expect(paragraphs.map((each) => each.record.title)[0]).toBe('Fastställande av föredragningslista');
  });

  it('case 12: the absent member of Dalbo is served for by the substitute of Dalbo', () => {
    const dalbo = [...servers('föredragningslista')].filter(([, servesFor]) => servesFor === 'Gunnar Malm');
    expect(dalbo).toHaveLength(1);
    expect(record('föredragningslista').serving).toHaveLength(15);
  });

  it('case 14: a late member takes the seat back from the substitute who had gone in', () => {
    expect([...servers('Nästa sammanträde').values()]).toContain('Ingrid Norell');
    expect(servers('Muntlig information').get('Ingrid Norell')).toBeNull();
    expect([...servers('Muntlig information').values()]).not.toContain('Ingrid Norell');
  });

  it('case 14: a recused member has no part in the item and serves again after it', () => {
    const item = record('Årsberättelse');
    expect(item.recused.map(({ name }) => name)).toEqual(['Lisbeth Frank']);
    expect(servers('Årsberättelse').has('Lisbeth Frank')).toBe(false);
    expect(item.quorum).toEqual({ serving: 14, needed: 8, quorate: true });
    expect(servers('delegeringsbeslut').get('Lisbeth Frank')).toBeNull();
  });

  it('records motion, propositions, the vote name by name, the decision and the reservation', () => {
    const item = record('ADL-fotpall');
    expect(item.motions).toEqual([
      { by: 'Patrik Öberg', party: 'S', kind: 'reject', text: 'Förslaget avslås.' },
    ]);
    expect(item.propositions.map(({ carried }) => carried)).toEqual([true, false]);
    expect(item.votes).toHaveLength(1);
    expect(item.votes[0]).toMatchObject({
      number: 1,
      yes: 9,
      no: 6,
      abstained: 0,
      result: 'yes',
      castingVote: false,
    });
    expect(item.votes[0]?.ballots).toHaveLength(15);
    expect(item.outcome).toBe('approved');
    expect(item.effectiveOn).toBe('2026-03-01');
    expect(item.statements).toEqual([
      { kind: 'reservation', name: 'Patrik Öberg', party: 'S', reason: null },
    ]);
    expect(item.dispatchTo).toHaveLength(3);
  });

  it('proposes the paper deadline of a meeting in the season for vague words, and keeps the words', async () => {
    expect(record('Uppdrag Verksamhetshjälpmedel').assignments).toEqual([
      {
        kind: 'assignment',
        owner: 'Staffan Ekblad',
        text: 'Genomföra en fördjupad behovsanalys.',
        dueWords: 'hösten 2026',
        dueDay: null,
      },
    ]);
    expect(record('Årsberättelse').assignments).toMatchObject([{ kind: 'condition', dueDay: '2026-03-06' }]);
    expect(record('Årsberättelse').condition).toBe('Tabell 3 rättas före överlämnandet.');
    const rows = await office.rows<{ confirmed: boolean }>(
      'select confirmed_at is not null as confirmed from assignment order by kind',
    );
    expect(rows).toEqual([{ confirmed: false }, { confirmed: true }]);
  });

  it('puts what was referred back on the next planned meeting as a new, linked item', async () => {
    expect(played.returning).toBe(1);
    const rows = await office.rows<{ day: string; points: string[] }>(
      `select m.day::text, array(select text from proposed_point p where p.item_id = i.id) as points
       from agenda_item i join meeting m on m.id = i.meeting_id where i.continues_id = $1`,
      [played.item('upphandla')],
    );
    expect(rows).toEqual([{ day: '2026-05-22', points: ['Ny upphandling påbörjas under 2026.'] }]);
  });

  it('makes the minutes with writer, chair and verifier, and the fixed day, time and place', async () => {
    const minutes = await office.rows(
      `select state, verification_day::text as day, verification_time as time, verification_place as place from minutes`,
    );
    expect(minutes).toEqual([
      { state: 'drafting', day: '2026-03-04', time: '13:00', place: 'Hjälpmedelscentrum, Almby' },
    ]);
    const signers = await office.rows<{ role: string; name: string }>(
      'select v.role, p.name from verifier v join person p on p.id = v.person_id order by v.ordinal',
    );
    expect(signers.map(({ role }) => role)).toEqual(['writer', 'chair', 'verifier']);
    expect(signers.slice(0, 2).map(({ name }) => name)).toEqual(['Annika Roos', 'Karin Ask']);
  });

  it('case 9: «… utses att jämte ordföranden justera dagens protokoll» makes chair and vice chair verify, due 2026-03-06', async () => {
    const vice = office.viceChair.kind === 'person' ? office.viceChair.personId : '';
    const [viceChair] = await office.rows<{ name: string }>('select name from person where id = $1', [vice]);
    const item = record('Justering');
    expect(item.points).toEqual([`${viceChair!.name} utses att jämte ordföranden justera dagens protokoll.`]);
    expect(item.outcome).toBe('approved');
    const verifiers = await office.rows<{ role: string; person_id: string }>(
      `select role, person_id from verifier where minutes_id = $1 and role <> 'writer' order by ordinal`,
      [played.minutesId],
    );
    expect(verifiers).toEqual([
      { role: 'chair', person_id: office.people.get('Karin Ask') },
      { role: 'verifier', person_id: vice },
    ]);
    const due = await office.rows(
      `select day::text from deadline where owner_id = $1 and kind = 'verification'`,
      [played.minutesId],
    );
    expect(due).toEqual([{ day: '2026-03-06' }]);
    // The printed minutes say so too, in the paragraph and in the list of those who verify.
    const written = await office.orm.em.fork().transactional(async (em) => {
      await stateActor(em, office.secretary, asDay('2026-02-20'));
      return readWrittenMinutes(em, played.minutesId);
    });
    const words = JSON.stringify(minutesWords(written!));
    expect(words).toContain(`${viceChair!.name} utses att jämte ordföranden justera dagens protokoll.`);
    expect(written!.signers.map(({ role, name }) => [role, name])).toEqual([
      ['writer', 'Annika Roos'],
      ['chair', 'Karin Ask'],
      ['verifier', viceChair!.name],
    ]);
  });

  it('case 8: the previous minutes are reported, with no decision and nobody to send it to', () => {
    const item = record('Föregående protokoll');
    expect(item.outcome).toBe('noted');
    expect(item.points).toEqual([]);
    expect(item.dispatchTo).toEqual([]);
  });

  it('sets the last day of verification on Friday 6 March with reminders before it, and wakes both processes', async () => {
    const deadlines = await office.rows(
      `select d.day::text, d.rule, array(select r.kind || ' ' || (r.due_at at time zone 'Europe/Stockholm')::date from reminder r
         where r.deadline_id = d.id order by r.due_at) as reminders from deadline d where d.kind = 'verification'`,
    );
    expect(deadlines).toEqual([
      {
        day: '2026-03-06',
        rule: 'KL 5:69, 6:35',
        reminders: [
          'verificationSoon5 2026-03-01',
          'verificationSoon2 2026-03-04',
          'verificationLate 2026-03-07',
        ],
      },
    ]);
    const wakes = await office.rows<{ kind: string }>(
      `select distinct kind from wake where row_id in ($1, $2) order by kind`,
      [played.meetingId, played.minutesId],
    );
    expect(wakes.map(({ kind }) => kind)).toEqual(['meetingCycle', 'minutesVerification']);
  });

  it('begins the text of each paragraph from the item’s summary', async () => {
    const texts = await office.rows<{ content: string }>(
      `select content from text where owner_kind = 'paragraph' and content like '%talflöde%'`,
    );
    expect(texts).toEqual([{ content: 'Bakgrunden till förslag borttagande av talflödeshjälpmedel.' }]);
  });
});

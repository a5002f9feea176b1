import { randomUUID } from 'node:crypto';
import { lostActs, wrongLetters, type TakenLetter } from '../../../src/rehearsal/chaos/findings';
import { beforeOfficeOpens, OFFICE_OPENS } from '../../../src/domain/processes/office-morning';
import { asDay } from '../../../src/domain/time/day';
import { momentAt } from '../../../src/domain/time/stockholm';
import { differences, type World } from '../../../src/rehearsal/chaos/same-end';
import type { Receipt } from '../../../src/rehearsal/office-by-http';

/** A meeting with items and a decision on each; ids and moments of the machine are other every time. */
function world(change: { titles?: string[]; outcomes?: string[]; day?: string } = {}): World {
  const meeting = randomUUID();
  const titles = change.titles ?? ['Val av justerare', 'Avgifter'];
  const items = titles.map((title) => ({ id: randomUUID(), meeting_id: meeting, title }));
  return {
    meeting: [{ id: meeting, day: change.day ?? '2026-02-20', created_at: Math.random() }],
    agenda_item: items,
    decision: (change.outcomes ?? ['approved', 'tabled']).map((outcome, index) => ({
      id: randomUUID(),
      item_id: items[index]?.id,
      outcome,
      data: { link: `/utdrag/${randomUUID()}/${'ab'.repeat(20)}` },
    })),
    wake: [{ id: randomUUID(), attempts: Math.random() }],
  };
}

describe('two ends of a case', () => {
  it('are the same though every id and every moment of the machine is another', () => {
    expect(differences(world(), world())).toEqual([]);
  });

  it.each([
    ['a row twice', { titles: ['Val av justerare', 'Avgifter', 'Avgifter'] }, 'agenda_item är för mycket'],
    ['a row less', { outcomes: ['approved'] }, 'decision saknas'],
    ['another word', { day: '2026-02-21' }, 'meeting saknas'],
    ['a row that hangs on another', { outcomes: ['tabled', 'approved'] }, 'decision saknas'],
  ])('differ by %s', (_what, change, told) => {
    expect(differences(world(), world(change)).join('\n')).toContain(told);
  });

  it('tell the row that differs, its own columns first, and only count what points at it', () => {
    const told = differences(world(), world({ day: '2026-02-21' }));
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/^meeting saknas: \{"day":"2026-02-20"\} i \{/);
    expect(told[1]).toMatch(/^meeting är för mycket: \{"day":"2026-02-21"\} i \{/);
    expect(told.slice(2)).toEqual([
      'agenda_item: 4 rader skiljer med det som de pekar på',
      'decision: 4 rader skiljer med det som de pekar på',
    ]);
  });
});

describe('reminders that are spread by the ids of their rows (wake.md 17)', () => {
  const reminded = (later = 0): World => {
    const meeting = randomUUID();
    const deadline = randomUUID();
    const at = new Date(beforeOfficeOpens(asDay('2026-02-10'), meeting).getTime() + later);
    const moment = at.toISOString().replace('.000Z', '+00:00');
    return {
      deadline: [{ id: deadline, owner_id: meeting, kind: 'summons', at: '2026-02-13T23:00:00+00:00' }],
      reminder: [{ id: randomUUID(), deadline_id: deadline, due_at: moment, marked_at: moment }],
      mail: [{ id: randomUUID(), queued_at: moment }],
    };
  };

  it('are the same though each goes at the moment of its own row', () => {
    for (let times = 0; times < 20; times += 1) expect(differences(reminded(), reminded())).toEqual([]);
  });

  it('are not, at another moment than that', () => {
    const told = differences(reminded(), reminded(20 * 60_000)).join('\n');
    expect(told).toContain('reminder saknas');
    expect(told).toContain('mail saknas');
  });

  it('are not, at a moment of the same morning that is no row’s own', () => {
    const opens = momentAt(asDay('2026-02-10'), OFFICE_OPENS);
    const own = beforeOfficeOpens(asDay('2026-02-10'), '00000000-0000-4000-8000-000000000001');
    const other = new Date(own.getTime() - 60_000);
    const at = (when: Date): World => ({
      deadline: [{ id: randomUUID(), owner_id: '00000000-0000-4000-8000-000000000001' }],
      mail: [{ id: randomUUID(), queued_at: when.toISOString() }],
    });
    expect(other.getTime()).toBeLessThan(opens.getTime());
    expect(differences(at(own), at(own))).toEqual([]);
    expect(differences(at(own), at(other))).toHaveLength(1);
    expect(differences(at(other), at(own))).toHaveLength(1);
  });

  it('do not make an act at the hour when the office opens another, where some row’s own moment happens to be that hour', () => {
    const opened = (owner: string): World => ({
      deadline: [{ id: randomUUID(), owner_id: owner }],
      memo: [{ id: randomUUID(), ready_at: momentAt(asDay('2026-02-10'), OFFICE_OPENS).toISOString() }],
    });
    const atOnce = '01a20656-a525-773c-8bde-000000000000';
    const later = '01a20656-a525-773c-8bde-000000000007';
    expect(beforeOfficeOpens(asDay('2026-02-10'), atOnce)).toEqual(
      momentAt(asDay('2026-02-10'), OFFICE_OPENS),
    );
    expect(differences(opened(atOnce), opened(later))).toEqual([]);
    expect(differences(opened(later), opened(atOnce))).toEqual([]);
  });

  it('have nothing to do with the machine’s own clock, whatever morning it is run on', () => {
    const opens = momentAt(asDay('2026-11-23'), OFFICE_OPENS).getTime();
    const ranFor = (seconds: number): World => {
      const at = new Date(opens - 600_000 + seconds * 1000).toISOString();
      return {
        audit_event: [{ id: randomUUID(), at, act: 'signIn' }],
        process_turn: [{ id: randomUUID(), at, kind: 'meeting' }],
        meeting: [{ id: randomUUID(), day: '2026-02-20', created_at: at, recorded_at: at }],
      };
    };
    expect(differences(ranFor(0), ranFor(71))).toEqual([]);
  });
});

describe('extracts that are made side by side', () => {
  const extracts = (...numbers: number[]): World => ({
    document: numbers.map((number, index) => ({
      id: randomUUID(),
      kind: 'extract',
      title: `§ ${index + 1}`,
      number,
      registry_number: `GNH 7:${number}–2026`,
      search_words: `§ ${index + 1}\ngnh7:${number}-2026`,
    })),
  });

  it('may have their numbers in any order', () => {
    expect(differences(extracts(3, 4), extracts(4, 3))).toEqual([]);
  });

  it('are all there', () => {
    expect(differences(extracts(3, 4), extracts(3))).toHaveLength(1);
  });
});

describe('acts that were answered', () => {
  const actor = 'person:p';
  const receipt = (change: Partial<Receipt> = {}): Receipt => ({
    personId: 'p',
    command: 'takeItem',
    key: 'k',
    answer: { ok: true, result: { itemId: 'i' } },
    ...change,
  });
  const request = { actor, key: 'k', act: 'takeItem', result: { itemId: 'i' } };
  const done = (times: number) => [{ actor, act: 'takeItem', times }];
  const none = { done: [] };

  it('are there once each, beside what was done before', () => {
    expect(lostActs([receipt()], none, { requests: [request], done: done(1) })).toEqual([]);
    expect(lostActs([receipt()], { done: done(2) }, { requests: [request], done: done(3) })).toEqual([]);
  });

  it.each([
    ['is lost', { requests: [], done: [] }, 'kvitterad men finns inte'],
    ['was done twice', { requests: [request], done: done(2) }, 'gjord 2 gånger men kvitterad 1'],
    ['is not in the log', { requests: [request], done: [] }, 'står inte i loggen'],
    [
      'is there with another result',
      { requests: [{ ...request, result: { itemId: 'other' } }], done: done(1) },
      'ett annat svar',
    ],
  ])('are missed when one %s', (_what, known, told) => {
    expect(lostActs([receipt()], none, known).join('\n')).toContain(told);
  });

  it('are wrong when one that was refused was done all the same', () => {
    const refused = receipt({ answer: { ok: false, status: 409, code: 'wrong-phase', detail: '' } });
    expect(lostActs([refused], none, { requests: [request], done: [] })).toHaveLength(1);
  });
});

describe('letters', () => {
  const to = 'ledamot@almby.example';
  const row = { messageId: '<a@samrad>', to, state: 'sent' };
  const mail = (change: Partial<TakenLetter> = {}): TakenLetter => ({
    messageId: 'a@samrad',
    to: [to],
    subject: 'Kallelse',
    text: 'Öppna http://localhost/x/1',
    deliveries: 1,
    ...change,
  });

  it('may come again with the same Message-ID', () => {
    expect(
      wrongLetters([row], [mail({ deliveries: 2 })], [mail({ text: 'Öppna http://localhost/x/2' })]),
    ).toEqual([]);
  });

  it.each([
    ['a second Message-ID for the same letter', [mail(), mail({ messageId: 'b@samrad' })], 'för mycket'],
    ['a letter that never came', [], 'kom inte fram'],
    ['one that nobody wrote', [mail(), mail({ messageId: 'c@samrad', text: 'Annat' })], 'finns inte'],
    ['one that went astray', [mail({ to: ['annan@almby.example'] })], 'i stället för'],
  ])('are wrong: %s', (_what, taken, told) => {
    expect(wrongLetters([row], taken, [mail()]).join('\n')).toContain(told);
  });
});

import {
  missingForVerification,
  type MinutesRecord,
  type ParagraphRecord,
} from '../../../../src/domain/meetings/minutes/minutes-completeness';
import { closingFaults } from '../../../../src/domain/meetings/session/closing';
import { quorum } from '../../../../src/domain/meetings/session/quorum';
import { supplementMinutes } from '../../../../src/domain/meetings/agenda/supplement';
import {
  canEditMinutes,
  canReplaceVerifier,
  canVerify,
  isVerified,
  remainingSigners,
  verifierFaults,
  type MinutesToVerify,
  type Signature,
} from '../../../../src/domain/meetings/minutes/verification';
import type { RefusalCode } from '../../../../src/domain/refusals/catalogue';
import { asDay } from '../../../../src/domain/time/day';
import { codesOf, expectRefused } from '../../expect-refused';
import { boardRules } from '../rules';

const paragraph: ParagraphRecord = {
  number: 6,
  withdrawn: false,
  needsDecision: true,
  hasProposal: true,
  quorum: quorum('moreThanHalfOfSeats', 15, 15),
  motions: [],
  propositionsRecorded: 0,
  vote: null,
  outcome: 'approved',
  points: ['Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel'],
  reason: '',
  tasks: [],
};
const minutes: MinutesRecord = {
  paragraphs: [paragraph],
  writerKnown: true,
  chairKnown: true,
  verifiers: 1,
  verifiersNeeded: 1,
  verificationDay: asDay('2026-03-06'),
  verificationPlace: 'Hjälpmedelscentrum',
};
const lacking = (changed: Partial<ParagraphRecord>) =>
  codesOf(
    missingForVerification({ ...minutes, paragraphs: [{ ...paragraph, ...changed }] }).map(
      (each) => each.refusal,
    ),
  );
const motion = { id: 'm', ordinal: 1, kind: 'reject' as const, withdrawn: false, text: 'Avslag' };

describe('what the minutes must hold before verification (KL 5:65-67 via 6:35)', () => {
  it('lack nothing when a paragraph is decided and recorded', () => {
    expect(missingForVerification(minutes)).toEqual([]);
  });

  it.each<[RefusalCode[], Partial<ParagraphRecord>]>([
    [['paragraph-without-decision'], { outcome: null }],
    [[], { outcome: null, needsDecision: false }],
    [[], { withdrawn: true, outcome: null, points: [] }],
    [['paragraph-not-quorate'], { quorum: quorum('moreThanHalfOfSeats', 15, 7) }],
    [
      ['paragraph-not-quorate', 'paragraph-without-serving'],
      { quorum: quorum('moreThanHalfOfSeats', 15, 0) },
    ],
    [['paragraph-without-points'], { points: [] }],
    [['paragraph-without-reason'], { outcome: 'referredBack', points: [] }],
    [['paragraph-without-reason'], { outcome: 'postponed', points: [] }],
    [[], { outcome: 'tabled', points: [] }],
    [['paragraph-without-propositions'], { motions: [motion] }],
    [[], { motions: [motion], propositionsRecorded: 2 }],
    [[], { motions: [{ ...motion, withdrawn: true, text: '' }] }],
    [['motion-without-text'], { motions: [{ ...motion, text: ' ' }], propositionsRecorded: 2 }],
    [['paragraph-vote-open', 'paragraph-vote-incomplete'], { vote: { closed: false, ballots: 3 } }],
    [['paragraph-vote-incomplete'], { vote: { closed: true, ballots: 14 } }],
    [[], { vote: { closed: true, ballots: 15 } }],
    [
      ['assignment-without-owner', 'assignment-without-day'],
      { tasks: [{ kind: 'assignment', ownerKnown: false, dueDay: null }] },
    ],
    [['condition-not-followed'], { outcome: 'conditional' }],
    [
      ['condition-without-owner', 'condition-without-day'],
      { outcome: 'conditional', tasks: [{ kind: 'condition', ownerKnown: false, dueDay: null }] },
    ],
    [
      [],
      {
        outcome: 'conditional',
        tasks: [{ kind: 'condition', ownerKnown: true, dueDay: asDay('2026-05-15') }],
      },
    ],
  ])('%j', (codes, changed) => {
    expect(lacking(changed)).toEqual(codes);
  });

  it('name the paragraph, or the minutes as a whole', () => {
    const found = missingForVerification({
      ...minutes,
      writerKnown: false,
      chairKnown: false,
      verifiers: 0,
      verificationPlace: ' ',
      paragraphs: [{ ...paragraph, number: 9, outcome: null }],
    });
    expect(found.map((each) => [each.paragraph, each.refusal.code])).toEqual([
      [null, 'minutes-without-writer'],
      [null, 'minutes-without-chair'],
      [null, 'verifiers-missing'],
      [null, 'verification-day-and-place-missing'],
      [9, 'paragraph-without-decision'],
    ]);
    codesOf(found.map((each) => each.refusal));
    expect(
      codesOf(missingForVerification({ ...minutes, paragraphs: [] }).map((each) => each.refusal)),
    ).toEqual(['minutes-without-paragraphs']);
  });
});

describe('case 8: the previous minutes are only reported', () => {
  it('needs no decision, neither to close the meeting nor to verify', () => {
    const reported = { outcome: null, needsDecision: false, hasProposal: false, points: [] };
    expect(lacking(reported)).toEqual([]);
    const item = {
      id: '2',
      label: '2',
      withdrawn: false,
      treatedOrder: 2,
      needsDecision: false,
      decided: false,
    };
    expect(closingFaults([item], { openVote: false, earlierOpenMeeting: null })).toEqual([]);
  });
});

describe('case 2: a supplement to earlier minutes is an item of its own', () => {
  const earlier = {
    id: 'minutes-2025-11-03',
    bodyId: 'council',
    meetingDate: asDay('2025-11-03'),
    verified: true,
  };
  const item = {
    id: 'item-58',
    bodyId: 'council',
    meetingDate: asDay('2025-12-08'),
    points: [
      'att införa processkartan i Handboken avseende Sortiment – utanför sortiment, samt',
      'att komplettera Faktadelen med nya begrepp',
    ],
  };

  it('links the item and the earlier minutes, which stay as they are', () => {
    expect(supplementMinutes(item, earlier)).toEqual({
      ok: true,
      link: { itemId: 'item-58', minutesId: 'minutes-2025-11-03', supplementedOn: '2025-12-08' },
    });
    const edit = canEditMinutes({ ...signing, state: 'verified' }, 'Komplettering');
    if (edit.ok) throw new Error('edited');
    expectRefused(edit, 'minutes-verified-no-edit');
  });

  it('is decided with «Föregående protokoll läggs till handlingarna»', () => {
    expect(lacking({ points: ['Föregående protokoll läggs till handlingarna.'] })).toEqual([]);
  });

  it.each<[RefusalCode, object, object]>([
    ['supplement-of-other-body', { bodyId: 'board' }, {}],
    ['supplement-of-later-minutes', {}, { meetingDate: asDay('2025-12-08') }],
    ['supplement-of-unverified-minutes', {}, { verified: false }],
    ['supplement-without-points', { points: [' '] }, {}],
  ])('refuses with %s', (code, changedItem, changedMinutes) => {
    const result = supplementMinutes({ ...item, ...changedItem }, { ...earlier, ...changedMinutes });
    if (result.ok) throw new Error('linked');
    expectRefused(result, code);
  });
});

const sha = 'a'.repeat(64);
const signing: MinutesToVerify = {
  state: 'verifying',
  signers: [
    { personId: 'verifier', role: 'verifier', ordinal: 1, replaced: false },
    { personId: 'chair', role: 'chair', ordinal: 1, replaced: false },
    { personId: 'secretary', role: 'writer', ordinal: 1, replaced: false },
  ],
  signatures: [],
  frozenSha256: null,
};
const signed = (...people: ('secretary' | 'chair' | 'verifier')[]): MinutesToVerify => ({
  ...signing,
  frozenSha256: people.length === 0 ? null : sha,
  signatures: people.map((personId): Signature => ({
    personId,
    role: personId === 'secretary' ? 'writer' : personId,
    voided: false,
  })),
});

describe('verification (KL 5:69 via 6:35, M-10)', () => {
  it('is signed by the writer, then the chair, then the verifier', () => {
    expect(remainingSigners(signing).map((signer) => signer.personId)).toEqual([
      'secretary',
      'chair',
      'verifier',
    ]);
    expect(canVerify(signing, boardRules, 'secretary', null)).toEqual({ ok: true });
    expect(canVerify(signed('secretary'), boardRules, 'chair', sha)).toEqual({ ok: true });
    expect(canVerify(signed('secretary', 'chair'), boardRules, 'verifier', sha)).toEqual({ ok: true });
    expect(isVerified(signed('secretary', 'chair'))).toBe(false);
    expect(isVerified(signed('secretary', 'chair', 'verifier'))).toBe(true);
  });

  it.each<[RefusalCode, MinutesToVerify, string, string | null]>([
    ['writer-signs-first', signing, 'chair', null],
    ['chair-signs-first', signed('secretary'), 'verifier', sha],
    ['already-signed', signed('secretary'), 'secretary', sha],
    ['not-a-verifier', signing, 'member-9', null],
    ['text-changed-since-read', signed('secretary'), 'chair', 'b'.repeat(64)],
    ['text-changed-since-read', signed('secretary'), 'chair', null],
    ['minutes-not-presented', { ...signing, state: 'drafting' }, 'secretary', null],
    ['minutes-verified', signed('secretary', 'chair', 'verifier'), 'verifier', sha],
    ['minutes-verified', { ...signing, state: 'verified' }, 'secretary', null],
  ])('refuses with %s', (code, state, person, read) => {
    expectRefused(canVerify(state, boardRules, person, read), code);
  });

  it('is refused as a signed-in act where the council has not decided on it', () => {
    const paper = { ...boardRules, digitalVerification: false };
    expectRefused(canVerify(signing, paper, 'secretary', null), 'digital-verification-not-allowed');
  });

  it('counts a voided signature as missing', () => {
    const state = signed('secretary', 'chair');
    const voided = {
      ...state,
      frozenSha256: null,
      signatures: state.signatures.map((each) => ({ ...each, voided: true })),
    };
    expect(remainingSigners(voided)).toHaveLength(3);
    expect(canVerify(voided, boardRules, 'secretary', null)).toEqual({ ok: true });
  });

  it('lets two verifiers sign in any order between themselves', () => {
    const two = {
      ...signed('secretary', 'chair'),
      signers: [
        ...signing.signers,
        { personId: 'second', role: 'verifier' as const, ordinal: 2, replaced: false },
      ],
    };
    expect(canVerify(two, boardRules, 'second', sha)).toEqual({ ok: true });
  });
});

describe('editing the minutes (M-10)', () => {
  it('is free before the first signature', () => {
    expect(canEditMinutes(signing, '')).toEqual({ ok: true, voids: [] });
  });

  it('needs a reason between the first and the last, and voids those given', () => {
    const state = signed('secretary', 'chair');
    const without = canEditMinutes(state, ' ');
    if (without.ok) throw new Error('edited');
    expectRefused(without, 'edit-after-signature-needs-reason');
    expect(canEditMinutes(state, 'Fel namn i § 6')).toEqual({ ok: true, voids: state.signatures });
  });

  it('ends with the last signature', () => {
    const edit = canEditMinutes(signed('secretary', 'chair', 'verifier'), 'Skrivfel');
    if (edit.ok) throw new Error('edited');
    expectRefused(edit, 'minutes-verified-no-edit');
  });
});

describe('case 9: chair and vice chair verify', () => {
  const served = new Set(['chair', 'vice-chair', 'member-9']);

  it('takes the vice chair as verifier beside the chair', () => {
    expect(
      verifierFaults(
        { verifierIds: ['vice-chair'], chairIds: new Set(['chair']), servedIds: served },
        boardRules,
      ),
    ).toEqual([]);
  });

  it.each<[RefusalCode[], string[], number]>([
    [['verifiers-missing'], [], 1],
    [['verifiers-missing'], ['vice-chair', 'member-9'], 1],
    [['chair-verifies-already'], ['chair'], 1],
    [['verifier-twice'], ['vice-chair', 'vice-chair'], 2],
    [['verifier-did-not-serve'], ['absent'], 1],
    [['verifier-twice', 'verifiers-missing'], ['vice-chair', 'vice-chair'], 1],
  ])('refuses with %j those chosen: %j of %i', (codes, verifierIds, verifiersCount) => {
    const elected = { verifierIds, chairIds: new Set(['chair']), servedIds: served };
    expect(codesOf(verifierFaults(elected, { verifiersCount }))).toEqual(codes);
  });
});

describe('a prevented verifier is replaced (M-10)', () => {
  const replacement = {
    verifierId: 'verifier',
    replacementId: 'member-9',
    reason: 'Sjukdom',
    servedIds: new Set(['chair', 'verifier', 'member-9']),
  };

  it('by another who served, with the reason', () => {
    expect(canReplaceVerifier(signed('secretary', 'chair'), replacement)).toEqual({ ok: true });
  });

  it.each<[RefusalCode, MinutesToVerify, object]>([
    ['minutes-verified', signed('secretary', 'chair', 'verifier'), {}],
    ['not-a-verifier', signing, { verifierId: 'chair' }],
    ['replacement-needs-reason', signing, { reason: ' ' }],
    ['verifier-did-not-serve', signing, { replacementId: 'absent' }],
    ['verifier-signs-already', signing, { replacementId: 'chair' }],
  ])('is refused with %s', (code, state, changed) => {
    expectRefused(canReplaceVerifier(state, { ...replacement, ...changed }), code);
  });

  it('is refused when the verifier has signed', () => {
    const state = {
      ...signed('secretary', 'verifier'),
      signers: [
        ...signing.signers,
        { personId: 'second', role: 'verifier' as const, ordinal: 2, replaced: false },
      ],
    };
    expectRefused(canReplaceVerifier(state, replacement), 'verifier-has-signed');
  });

  it('frees the replaced one from signing', () => {
    const state = {
      ...signed('secretary', 'chair'),
      signers: [
        ...signing.signers.map((signer) =>
          signer.personId === 'verifier' ? { ...signer, replaced: true } : signer,
        ),
        { personId: 'member-9', role: 'verifier' as const, ordinal: 2, replaced: false },
      ],
    };
    expect(remainingSigners(state).map((signer) => signer.personId)).toEqual(['member-9']);
    expectRefused(canVerify(state, boardRules, 'verifier', sha), 'not-a-verifier');
  });
});

import type { Capacity } from './capacities';

const secretary = ['secretary'] as const;
const preside = ['chair', 'viceChair'] as const;
const seated = ['chair', 'viceChair', 'member', 'substitute'] as const;

/**
 * Every act of the product and who may do it (T-1): deny unless a capacity stands here.
 * Steps of the law check more than this, such as the phase or who took part.
 */
export const acts = {
  'plan.write': secretary,
  'plan.read': [...secretary, ...seated, 'headOfCentre', 'official', 'auditor'],
  'meeting.read': [...secretary, ...seated, 'headOfCentre', 'official', 'auditor'],
  'agenda.write': secretary,
  'agenda.approve': preside,
  'summons.issue': secretary,
  'papers.read': [...secretary, ...seated, 'headOfCentre', 'auditor'],
  /** One paper: whoever is called to its item too. */
  'paper.read': ['self', ...secretary, ...seated, 'headOfCentre', 'auditor'],
  'absence.report': ['self', ...secretary],
  'substitute.answer': ['self', ...secretary],
  'remote.request': ['self', ...secretary],
  'remote.decide': preside,
  'recusal.declare': ['self', ...secretary],
  'session.run': secretary,
  'motion.hand-in': ['self', ...secretary],
  'reservation.announce': ['self', ...secretary],
  'minutes.read': [...secretary, ...seated, 'headOfCentre', 'auditor', 'self'],
  'minutes.write': secretary,
  'minutes.sign': ['self'],
  'minutes.comment': ['self'],
  'notice.post': secretary,
  'notice.confirm': ['registrar', ...secretary],
  'notice.read': [...secretary, ...seated, 'registrar', 'auditor', 'headOfCentre'],
  'court.record': secretary,
  'extract.certify': secretary,
  'dispatch.receive': ['self', 'registrar', ...secretary],
  'dispatch.reply': ['self', 'registrar', ...secretary],
  'dispatch.read': [...secretary, 'auditor', 'headOfCentre'],
  'assignment.confirm': secretary,
  'assignment.report': ['self', ...secretary],
  'assignment.read': [...secretary, ...seated, 'self', 'auditor', 'headOfCentre', 'official'],
  'matter.register': [...secretary, 'official', 'headOfCentre'],
  'matter.read': [...secretary, ...seated, 'official', 'headOfCentre', 'auditor'],
  'memo.write': ['self', ...secretary, 'headOfCentre'],
  'memo.open': [...secretary, 'official', 'headOfCentre'],
  operate: ['operator'],
  administer: ['administrator'],
  own: ['self'],
} as const satisfies Record<string, readonly Capacity[]>;

export type Act = keyof typeof acts;

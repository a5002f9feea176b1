import type { Capacity } from '../domain/access/capacities';
import type { Language } from './languages';

const roles: Readonly<Record<Language, Readonly<Record<Capacity, string>>>> = {
  sv: {
    secretary: 'sekreterare',
    chair: 'ordförande',
    viceChair: 'vice ordförande',
    member: 'ledamot',
    substitute: 'ersättare',
    headOfCentre: 'verksamhetschef',
    official: 'tjänsteperson',
    registrar: 'registrator',
    auditor: 'revisor',
    operator: 'systemförvaltare i drift',
    administrator: 'systemförvaltare',
    self: 'den som det gäller',
  },
  en: {
    secretary: 'secretary',
    chair: 'chair',
    viceChair: 'vice chair',
    member: 'member',
    substitute: 'substitute',
    headOfCentre: 'head of centre',
    official: 'official',
    registrar: 'registrar',
    auditor: 'auditor',
    operator: 'operator',
    administrator: 'administrator',
    self: 'the person concerned',
  },
};

/** "sekreterare": a role or office as a word within a sentence. */
export function roleText(lang: Language, capacity: Capacity): string {
  return roles[lang][capacity];
}

/** "Sekreterare": the same where it begins a line. */
export function roleTitle(lang: Language, capacity: Capacity): string {
  const word = roleText(lang, capacity);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import type { BodyKind } from '../../bodies/body';
import type { AgendaTemplateItem } from './agenda-template';
import type { YearlyItem } from '../plan/plan';

/** An item that comes every year, with its words. */
export interface YearlyTemplateItem extends YearlyItem {
  readonly title: string;
  readonly proposal: readonly string[];
}

/** What a body's agendas begin from: its formal items, the items of the year, and sentences it uses often (M-1, M-3). */
export interface AgendaTemplate {
  readonly items: readonly AgendaTemplateItem[];
  readonly yearly: readonly YearlyTemplateItem[];
  readonly sentences: readonly string[];
}

const noted = 'Informationen noteras.';

/**
 * The shipped templates. Their words are Swedish, as agendas and minutes are by law; the facts are `föregående`,
 * `nästa` and `justerare`. A body that has decided a template of its own uses that.
 */
export const defaultAgendaTemplates: Readonly<Record<BodyKind, AgendaTemplate>> = {
  jointBoard: {
    items: [
      {
        key: 'agenda',
        kind: 'formality',
        title: 'Fastställande av föredragningslista',
        proposal: ['Den preliminära föredragningslistan fastställs.'],
        placement: 'first',
      },
      {
        key: 'previousMinutes',
        kind: 'formality',
        title: 'Föregående protokoll',
        proposal: [],
        note: 'Anmäls att protokoll från sammanträdet {föregående} justerats i föreskriven ordning.',
        placement: 'first',
      },
      {
        key: 'verifier',
        kind: 'formality',
        title: 'Justering',
        proposal: ['{justerare} utses att jämte ordföranden justera dagens protokoll.'],
        placement: 'first',
      },
      {
        key: 'nextMeeting',
        kind: 'formality',
        title: 'Nästa sammanträde',
        proposal: ['Nästa sammanträde ska äga rum {nästa}.'],
        placement: 'first',
      },
      {
        key: 'oralInformation',
        kind: 'information',
        title: 'Muntlig information',
        proposal: [noted],
        placement: 'first',
      },
      {
        key: 'delegatedDecisions',
        kind: 'delegatedDecisions',
        title: 'Redovisning av delegeringsbeslut',
        proposal: [noted],
        placement: 'last',
      },
      {
        key: 'notifications',
        kind: 'notifications',
        title: 'Anmälningar för kännedom',
        proposal: [noted],
        placement: 'last',
      },
      { key: 'other', kind: 'formality', title: 'Övriga frågor', proposal: [], placement: 'last' },
    ],
    yearly: [
      {
        key: 'annualReport',
        month: 2,
        title: 'Årsredovisning',
        proposal: ['Årsredovisningen godkänns och överlämnas till huvudmännen.'],
      },
      {
        key: 'planAndBudget',
        month: 9,
        title: 'Verksamhetsplan och budget',
        proposal: ['Verksamhetsplanen och budgeten godkänns.'],
      },
      {
        key: 'internalControlPlan',
        month: 11,
        title: 'Internkontrollplan',
        proposal: ['Internkontrollplanen fastställs.'],
      },
    ],
    sentences: [noted, 'Rapporten godkänns.', 'Ärendet återremitteras för ytterligare beredning.'],
  },
  council: {
    items: [
      {
        key: 'agenda',
        kind: 'decision',
        title: 'Godkännande av dagordning',
        proposal: ['Dagordningen godkänns.'],
        placement: 'first',
      },
      {
        key: 'previousMinutes',
        kind: 'decision',
        title: 'Föregående protokoll',
        proposal: ['Föregående protokoll läggs till handlingarna.'],
        placement: 'first',
      },
      {
        key: 'nextMeeting',
        kind: 'formality',
        title: 'Nästa möte',
        proposal: ['Nästa möte är {nästa}.'],
        placement: 'last',
      },
      { key: 'other', kind: 'formality', title: 'Övriga frågor', proposal: [], placement: 'last' },
    ],
    yearly: [],
    sentences: [noted, 'Frågan bordläggs till nästa möte.'],
  },
};

import { shortMomentText } from '../../../i18n/dates';
import { numberText } from '../../../i18n/numbers';
import type { Language } from '../../../i18n/languages';
import { isTextKey, text } from '../../../i18n/texts';
import { readDrift, type Drift, type StuckMail } from '../../../store/queries/operations/drift';
import { readFigures } from '../../../store/queries/operations/figures';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { DataList } from '../../render/lists';
import { page, type ReadRoute } from '../../route';

const driftPage = page({
  path: paths.drift,
  permission: { act: 'operate', object: () => Promise.resolve({}) },
  auditEvent: 'readDrift',
  template: 'operations/drift',
  view: async (context) => {
    const { em, lang, now, site } = context;
    const drift = await readDrift(em);
    const figures = await readFigures(em, now);
    const count = (value: number): string => numberText(lang, value);
    return {
      title: text(lang, 'operations.driftTitle'),
      heading: { lead: text(lang, 'operations.driftLead') },
      view: {
        allWell: drift.faults.length + drift.wakes.length + drift.mails.length === 0,
        lists: listsOf(context, drift),
        figures: [
          { term: text(lang, 'operations.undelivered'), text: count(figures.undeliveredWakes) },
          {
            term: text(lang, 'operations.oldestWake'),
            text: text(lang, 'operations.seconds', { count: Math.round(figures.oldestWakeSeconds) }),
          },
          { term: text(lang, 'operations.unread'), text: count(figures.unreadWakes) },
          { term: text(lang, 'operations.mailQueue'), text: count(figures.queuedMails) },
          { term: text(lang, 'operations.passedDeadlines'), text: count(figures.passedDeadlines) },
          { term: text(lang, 'operations.openFaults'), text: count(figures.openFaults) },
        ],
        mailReader: site.mailReader,
      },
    };
  },
});

type SectionName = 'faults' | 'wakes' | StuckMail['state'];

interface Section {
  readonly heading: string;
  readonly text: string;
  readonly list: DataList;
}

function listsOf(context: ReadContext, { faults, wakes, mails }: Drift): Section[] {
  const { lang } = context;
  const since = (at: Date) => ({ text: shortMomentText(lang, at), datetime: at.toISOString() });
  const column = (key: 'colProcess' | 'colAct' | 'colCode' | 'colTimes' | 'colSince' | 'colLetter') => ({
    text: text(lang, `operations.${key}`),
  });
  const letters = (state: StuckMail['state']): DataList => ({
    ...frameOf(context, `${state}Heading`),
    columns: [column('colLetter'), column('colCode'), column('colSince')],
    countText: text(lang, 'operations.countLetters', {
      count: mails.filter((mail) => mail.state === state).length,
    }),
    rows: mails
      .filter((mail) => mail.state === state)
      .map((mail) => ({
        cells: [{ text: mail.template }, { text: mail.code ?? '–' }, since(mail.since)],
        action: post(
          'releaseMail',
          'mailId',
          mail.id,
          text(lang, state === 'held' ? 'operations.release' : 'operations.sendAgain'),
        ),
      })),
  });
  const sections = [
    section(context, 'faults', {
      ...frameOf(context, 'faultsHeading'),
      columns: [
        column('colProcess'),
        column('colAct'),
        column('colCode'),
        { ...column('colTimes'), numeric: true },
        column('colSince'),
      ],
      countText: text(lang, 'operations.countFaults', { count: faults.length }),
      rows: faults.map((fault) => ({
        cells: [
          { text: processName(lang, fault.kind) },
          { text: fault.act },
          { text: fault.code },
          { text: numberText(lang, fault.times), numeric: true },
          since(fault.since),
        ],
        action: post('wakeAgain', 'faultId', fault.id, text(lang, 'operations.tryAgain')),
      })),
    }),
    section(context, 'wakes', {
      ...frameOf(context, 'wakesHeading'),
      columns: [column('colProcess'), column('colCode'), column('colSince')],
      countText: text(lang, 'operations.countWakes', { count: wakes.length }),
      rows: wakes.map((wake) => ({
        cells: [{ text: processName(lang, wake.kind) }, { text: wake.error ?? '–' }, since(wake.since)],
        action: post('freeWake', 'wakeId', wake.id, text(lang, 'operations.tryAgain')),
      })),
    }),
    section(context, 'held', letters('held')),
    section(context, 'bounced', letters('bounced')),
    section(context, 'queued', letters('queued')),
  ];
  return sections.filter(({ list }) => list.rows.length > 0);
}

/** A process in words; one of a newer release by its name in code. */
function processName(lang: Language, kind: string): string {
  const key = `operations.process_${kind}`;
  return isTextKey(key) ? text(lang, key) : kind;
}

function section({ lang }: ReadContext, name: SectionName, list: DataList): Section {
  return {
    heading: text(lang, `operations.${name}Heading`),
    text: text(lang, `operations.${name}Text`),
    list,
  };
}

function frameOf({ lang }: ReadContext, heading: `${SectionName}Heading`) {
  return {
    caption: text(lang, `operations.${heading}`),
    actsText: text(lang, 'operations.tryAgain'),
    empty: { title: text(lang, 'operations.noneTitle'), text: text(lang, 'operations.noneText') },
  };
}

function post(command: string, field: string, id: string, words: string) {
  return {
    text: words,
    postTo: `/gor/${command}`,
    fields: [
      { name: field, value: id },
      { name: '_page', value: paths.drift.to() },
    ],
  };
}

export const operationsRoutes: readonly ReadRoute[] = [driftPage];

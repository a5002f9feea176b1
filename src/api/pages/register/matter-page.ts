import { may } from '../../../domain/access/may';
import { refuse } from '../../../domain/refusals/refusal';
import { dayText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { documentsOfMatter, type DocumentView } from '../../../store/queries/register/documents';
import {
  historyOfMatter,
  itemsOfMatter,
  joinedMatters,
  readMatter,
  type MatterView,
} from '../../../store/queries/register/matter';
import { matterAccess } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { Action, DefinitionItem, NextStep } from '../../render/components';
import { page } from '../../route';
import { timelineOf } from './history';
import { documentList, meetingList } from './matter-lists';
import { matterTag, numberText } from './words';

/** One matter: its documents, the meetings it was at, and what has been done. */
export const matterPage = page({
  path: paths.matter,
  permission: { act: 'matter.read', object: ({ em }, { matterId }) => matterAccess(em, matterId) },
  auditEvent: 'readMatter',
  template: 'register/matter',
  view: async (context, { matterId }) => {
    const { em, lang, holder, today } = context;
    const matter = await readMatter(em, matterId);
    if (matter === null) return refuse('not-found');
    const registers = may(holder, 'matter.register', { bodyId: matter.bodyId }, today).ok;
    const all = await documentsOfMatter(em, matterId);
    // A draft is outside the register (TF 2:12): those who do not write here do not see it.
    const documents = registers ? all : all.filter(({ state }) => state !== 'draft');
    const next = registers ? nextStepOf(context, matter, documents) : undefined;
    return {
      title: matter.title,
      heading: {
        eyebrow: `${numberText(lang, matter.registryNumber)} · ${matter.body}`,
        state: matterTag(lang, matter.state),
        facts: factsOf(context, matter, registers),
      },
      breadcrumbs: [{ text: text(lang, 'register.mattersTitle'), href: paths.matters.to() }],
      ...(next === undefined ? {} : { nextStep: next }),
      view: {
        // What the next step offers is not offered once more below it.
        actions: registers ? actsOf(context, matter).filter((act) => !isOf(next, act)) : [],
        documents: documentList(context, documents, registers && matter.state === 'open'),
        meetings: meetingList(context, await itemsOfMatter(em, matterId)),
        joined: (await joinedMatters(em, matterId)).map(({ id, name }) => ({
          text: name,
          href: paths.matter.to({ matterId: id }),
        })),
        history: timelineOf(lang, await historyOfMatter(em, matterId, registers)),
      },
    };
  },
});

function factsOf({ lang }: ReadContext, matter: MatterView, registers: boolean): DefinitionItem[] {
  const fact = (term: Parameters<typeof text>[1], words: string | null): DefinitionItem[] =>
    words === null || words === '' ? [] : [{ term: text(lang, term), text: words }];
  return [
    {
      term: text(lang, 'register.factOpened'),
      text: dayText(lang, matter.openedOn),
      datetime: matter.openedOn,
    },
    ...fact('register.factSeries', matter.series),
    ...fact('register.factParty', matter.party),
    ...(registers ? fact('register.factProtected', matter.protectedTitle) : []),
    ...fact('register.factReason', matter.stateReason),
    ...(matter.joinedIntoId === null
      ? []
      : [
          {
            term: text(lang, 'register.joinedInto'),
            text: matter.joinedInto ?? '',
            href: paths.matter.to({ matterId: matter.joinedIntoId }),
          },
        ]),
  ];
}

/** What the matter waits for, as far as the register knows: its number, then its memo. */
function nextStepOf(
  context: ReadContext,
  matter: MatterView,
  documents: readonly DocumentView[],
): NextStep | undefined {
  const { lang } = context;
  if (matter.state !== 'open') {
    const cancelled = matter.state === 'cancelled';
    const words = text(lang, cancelled ? 'register.stepCancelledText' : 'register.stepClosedText');
    return { title: matterTag(lang, matter.state).text, text: words };
  }
  const memos = documents.filter(({ kind, state }) => kind === 'memo' && state !== 'cancelled');
  const draft = memos.find(({ state, memoId }) => state === 'draft' && memoId !== null);
  if (draft !== undefined) {
    return {
      title: text(lang, 'register.stepFinishMemo'),
      text: text(lang, 'register.stepFinishMemoText'),
      action: {
        text: text(lang, 'register.stepFinishMemoAct'),
        href: paths.memo.to({ memoId: draft.memoId ?? '' }),
      },
    };
  }
  if (memos.length > 0) return undefined;
  return {
    title: text(lang, 'register.stepWriteMemo'),
    text: text(lang, 'register.stepWriteMemoText'),
    action: { text: text(lang, 'register.newMemo'), href: paths.openMemo.to({ matterId: matter.id }) },
  };
}

function isOf(next: NextStep | undefined, act: Action): boolean {
  return (
    next?.action !== undefined && 'href' in next.action && 'href' in act && next.action.href === act.href
  );
}

function actsOf({ lang }: ReadContext, { id: matterId, state, registryNumber }: MatterView): Action[] {
  const stateHref = paths.matterState.to({ matterId });
  if (state === 'cancelled') return [];
  if (state === 'closed') return [{ text: text(lang, 'register.reopen'), href: stateHref }];
  return [
    { text: text(lang, 'register.addDocument'), href: paths.addDocument.to({ matterId }) },
    { text: text(lang, 'register.newMemo'), href: paths.openMemo.to({ matterId }) },
    ...(registryNumber === null ? [{ text: text(lang, 'register.giveNumber'), href: stateHref }] : []),
    { text: text(lang, 'register.changeState'), href: stateHref },
  ];
}

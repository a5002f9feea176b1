import { may } from '../../../domain/access/may';
import { refuse } from '../../../domain/refusals/refusal';
import { dayText, shortMomentText } from '../../../i18n/dates';
import { text, type TextKey } from '../../../i18n/texts';
import { readDocument, type DocumentView } from '../../../store/queries/register/documents';
import { readMatter, type MatterView } from '../../../store/queries/register/matter';
import { documentAccess } from '../../../store/queries/register/readers';
import { versionsOf, type VersionView } from '../../../store/queries/register/versions';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import type { DefinitionItem } from '../../render/components';
import type { DataList } from '../../render/lists';
import { page } from '../../route';
import { directionText, documentTag, fileText, kindText, numberText } from './words';

/** One document of the register: what it is, its versions, and its state under the press act. */
export const documentPage = page({
  path: paths.document,
  permission: { act: 'matter.read', object: ({ em }, { documentId }) => documentAccess(em, documentId) },
  auditEvent: 'readDocument',
  template: 'register/document',
  view: async (context, { documentId }) => {
    const { em, lang, holder, today } = context;
    const document = await readDocument(em, documentId);
    if (document === null) return refuse('not-found');
    const registers = may(holder, 'matter.register', { bodyId: document.bodyId ?? undefined }, today).ok;
    // A draft is outside the register: not there for those who do not write here.
    if (document.state === 'draft' && !registers) return refuse('not-found');
    const matter = document.matterId === null ? null : await readMatter(em, document.matterId);
    const versions = await versionsOf(em, documentId);
    const changes = registers && document.state !== 'cancelled' && matter?.state === 'open';
    return {
      title: document.title,
      heading: {
        eyebrow: [kindText(lang, document.kind), document.registryNumber]
          .filter((part) => part !== null)
          .join(' · '),
        state: documentTag(lang, document.state),
        facts: factsOf(context, document, matter, registers),
      },
      breadcrumbs: crumbsOf(context, matter),
      view: {
        readHref: versions.length === 0 ? undefined : paths.documentFile.to({ documentId }),
        noFile: versions.length > 0 ? undefined : noFileText(context, document),
        memoHref:
          registers && document.memoId !== null ? paths.memo.to({ memoId: document.memoId }) : undefined,
        versions: versionList(context, document, versions),
        ...(changes ? formsOf(context, document) : {}),
        ...(changes && document.awaitsNumber ? numberingOf(context, document, matter) : {}),
      },
    };
  },
});

function noFileText({ lang }: ReadContext, { kind }: DocumentView): string {
  return text(lang, kind === 'incoming' ? 'register.noFilePaper' : 'register.noFileYet');
}

function crumbsOf({ lang }: ReadContext, matter: MatterView | null) {
  const list = { text: text(lang, 'register.mattersTitle'), href: paths.matters.to() };
  if (matter === null) return [list];
  return [
    list,
    { text: numberText(lang, matter.registryNumber), href: paths.matter.to({ matterId: matter.id }) },
  ];
}

function factsOf(
  { lang }: ReadContext,
  document: DocumentView,
  matter: MatterView | null,
  registers: boolean,
): DefinitionItem[] {
  const fact = (term: TextKey, words: string | null): DefinitionItem[] =>
    words === null || words === '' ? [] : [{ term: text(lang, term), text: words }];
  const { secrecy } = document;
  return [
    ...(matter === null
      ? []
      : [
          {
            term: text(lang, 'register.factMatter'),
            text: matter.title,
            href: paths.matter.to({ matterId: matter.id }),
          },
        ]),
    { term: text(lang, 'register.factDay'), text: dayText(lang, document.day), datetime: document.day },
    ...fact('register.factDirection', directionText(lang, document.direction)),
    ...fact('register.factCounterpart', document.counterpart),
    ...(registers ? fact('register.factProtected', document.protectedTitle) : []),
    ...(registers ? fact('register.factProtectedCounterpart', document.protectedCounterpart) : []),
    ...fact('register.factUnregistered', document.unregisteredReason),
    ...(secrecy === null
      ? []
      : fact(
          'register.factSecrecy',
          text(lang, 'register.secrecyFacts', { ...secrecy, day: dayText(lang, secrecy.day) }),
        )),
    ...(document.closed ? fact('register.factSecrecy', text(lang, 'register.closedPaper')) : []),
    ...fact('register.factReason', document.stateReason),
  ];
}

function versionList(
  { lang }: ReadContext,
  { id: documentId }: DocumentView,
  versions: readonly VersionView[],
): DataList {
  return {
    caption: text(lang, 'register.versionsHeading'),
    columns: [
      { text: text(lang, 'register.colVersion') },
      { text: text(lang, 'register.colMade') },
      { text: text(lang, 'register.colSize') },
      { text: text(lang, 'register.colStandard') },
      { text: text(lang, 'register.colHash') },
    ],
    rows: versions.map((version) => ({
      cells: [
        {
          text: text(lang, 'components.version', { version: version.number }),
          href: paths.documentFile.to({ documentId }, { version: version.number }),
        },
        { text: shortMomentText(lang, version.createdAt), datetime: version.createdAt.toISOString() },
        { text: fileText(lang, version.pages, version.size) },
        { text: version.claims.length === 0 ? '–' : version.claims.join(', ') },
        { text: version.sha256.slice(0, 16) },
      ],
    })),
    countText: '',
    empty: { title: '', text: '' },
  };
}

/** The number that another authority gives, once it is known and the matter has its own. */
function numberingOf(context: ReadContext, { id: documentId, version }: DocumentView, matter: MatterView) {
  if (matter.registryNumber === null)
    return { awaitsMatter: text(context.lang, 'register.awaitsMatterNumber') };
  const form = formFields(context.form, 'numberDocument');
  const { id, postTo } = form;
  const page = paths.document.to({ documentId });
  return { number: { id, postTo, page, documentId, version, field: form.field('registryNumber', '') } };
}

/** A corrected file for what was uploaded, and the way to cancel a wrong entry. */
function formsOf(context: ReadContext, { id: documentId, kind, version }: DocumentView) {
  const frame = (command: 'replaceDocument' | 'cancelDocument') => {
    const form = formFields(context.form, command);
    const page = paths.document.to({ documentId });
    const { id, postTo } = form;
    return { form, view: { id, postTo, page, documentId, version } };
  };
  const replace = frame('replaceDocument');
  const cancel = frame('cancelDocument');
  const uploaded = kind === 'appendix' || kind === 'incoming';
  return {
    replace: uploaded ? { ...replace.view, file: replace.form.field('file', '') } : undefined,
    cancel:
      uploaded || kind === 'memo' ? { ...cancel.view, reason: cancel.form.field('reason', '') } : undefined,
  };
}

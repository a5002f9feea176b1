import { NumberDocument, type DocumentRegistered } from '../../../contracts/register/documents';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { Matter } from '../../../store/entities/register';
import { defineCommand } from '../../runner/command';
import { factsOf } from '../matters/matter-rows';
import { enteredNumber } from './document-number';
import { documentSubject, lockDocument, onDocument } from './document-rows';

/** a document that waited for it gets the number that another authority has given it. */
export const numberDocument = defineCommand<NumberDocument, DocumentRegistered>({
  name: 'numberDocument',
  kind: 'edit',
  input: NumberDocument,
  permission: onDocument('matter.register'),
  handle: async (tx, { documentId, version, registryNumber }) => {
    const locked = await lockDocument(tx, documentId, version);
    if (!locked.ok) return locked;
    const document = locked.row;
    const given = document.registryNumber ?? null;
    if (given !== null) return refuse('document-has-number', { number: given });
    if (!document.awaitsNumber) return refuse('number-given-by-series');
    const matter = await tx.em.findOneOrFail(Matter, document.matterId ?? '');
    const open = canChangeMatter(factsOf(matter));
    if (!open.ok) return open;
    const entered = await enteredNumber(tx, matter, registryNumber);
    if (!entered.ok) return entered;
    const { number, awaitsNumber } = entered;
    Object.assign(document, { number, awaitsNumber, registryNumber: entered.registryNumber });
    return {
      ok: true,
      result: { documentId, registryNumber: entered.registryNumber, versionId: null },
      subject: documentSubject(document),
    };
  },
});

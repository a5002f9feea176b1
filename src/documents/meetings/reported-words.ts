import type { ReportedDocuments } from './agenda-item';

const headings: Readonly<Record<string, string>> = {
  delegatedDecisions: 'Delegeringsbeslut',
  notifications: 'Anmälningar',
};

/**
 * What an item only reports, as the boards print it: after the proposal, under a heading of its own. There it stands once,
 * whether the secretary has written the list (as for papers of another register) or attached the documents.
 * @returns null for an item that reports nothing of the kind
 */
export function reportedWords(
  kind: string,
  text: string | undefined,
  documents: readonly { readonly label: string; readonly registryNumber: string | null }[],
): { readonly reported?: ReportedDocuments } | null {
  const heading = headings[kind];
  if (heading === undefined) return null;
  const written = text === undefined || text.trim() === '' ? {} : { text };
  if (documents.length === 0 && !('text' in written)) return {};
  return {
    reported: {
      heading,
      ...written,
      documents: documents.map(({ label, registryNumber }) => ({
        ...(registryNumber === null ? {} : { registryNumber }),
        title: label,
      })),
    },
  };
}

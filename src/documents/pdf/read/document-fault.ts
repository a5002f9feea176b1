/** A template or its data made a document that cannot be set: a fault of ours, never of the person who asked for it. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault';
}

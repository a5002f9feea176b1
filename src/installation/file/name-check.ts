import type { Refusal } from '../../domain/refusals/refusal';
import { known, type KnownNames } from './readable';
import { refusalSentence } from './refusal-sentence';
import type { JsonPath, SourceText } from './source-text';
import { unknownName } from './unknown-name';

/** Whether names of a county are there once, and those that others refer to at all. */
export class NameCheck {
  constructor(
    private readonly source: SourceText,
    /** Where the county stands in the file. */
    private readonly at: JsonPath,
  ) {}

  fault(path: JsonPath, message: string): void {
    this.source.fault([...this.at, ...path], message);
  }

  /** What a rule says against it, in the rule's own sentence. */
  refused(path: JsonPath, refusal: Refusal): void {
    this.fault(path, refusalSentence(refusal));
  }

  /** Names that cannot be read are passed over: the schema tells of them. */
  unique(
    list: string,
    names: readonly (string | undefined)[],
    field = 'name',
    within: JsonPath = [],
  ): KnownNames {
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
      if (name === undefined) continue;
      const path = [...within, list, index, ...(field === '' ? [] : [field])];
      if (seen.has(name)) this.fault(path, `"${name}" finns redan i ${list}`);
      seen.add(name);
    }
    return known(names);
  }

  known(path: JsonPath, name: string | null | undefined, names: KnownNames, list: string): void {
    if (name === null || name === undefined || names === null || names.has(name)) return;
    this.fault(path, unknownName(name, list, names));
  }
}

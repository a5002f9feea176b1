import type { Refusal } from '../../domain/refusals/refusal';
import { refusalSentence } from './refusal-sentence';
import type { JsonPath, SourceText } from './source-text';

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

  unique(list: string, names: readonly string[], field = 'name', within: JsonPath = []): Set<string> {
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
      const path = [...within, list, index, ...(field === '' ? [] : [field])];
      if (seen.has(name)) this.fault(path, `"${name}" finns redan i ${list}`);
      seen.add(name);
    }
    return seen;
  }

  known(path: JsonPath, name: string, names: ReadonlySet<string>, list: string): void {
    if (!names.has(name)) this.fault(path, `"${name}" finns inte bland ${list}`);
  }
}

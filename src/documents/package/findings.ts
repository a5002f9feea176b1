/** A rule that a file breaks, with the place where it was seen. */
export interface Finding {
  readonly standard: 'PDF/UA-1' | 'PDF/A-3a' | 'both';
  readonly message: string;
}

/** Gathers findings; the same one is told once. */
export class Findings {
  private readonly found = new Map<string, Finding>();

  add(standard: Finding['standard'], message: string): void {
    this.found.set(`${standard} ${message}`, { standard, message });
  }

  all(): Finding[] {
    return [...this.found.values()];
  }
}

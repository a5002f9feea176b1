/** A row that a process is about, as the sweeps and the reconciliation name it. `kind` is a process kind of contracts/processes. */
export interface ProcessRow {
  readonly kind: string;
  readonly row: string;
  readonly authority: string;
}

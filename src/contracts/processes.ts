/** One workflow type per thing that waits; the workflow's id is `<path>/<row uuid>` (docs/architecture.md). */
export const processPaths = {
  meetingCycle: 'meeting',
  substituteCall: 'substitute-call',
  minutesVerification: 'verification',
  noticePeriod: 'notice',
  dispatch: 'dispatch',
  assignmentFollowUp: 'assignment',
  sweep: 'sweep',
} as const;

export type ProcessKind = keyof typeof processPaths;

export const processKinds = Object.keys(processPaths) as ProcessKind[];

/** What a process's run is started with, and nothing else (wake.md 8, 11). */
export interface ProcessInput {
  readonly row: string;
  readonly authority: string;
}

/** What a read tells the loop: ended, something due at a version, or the next instant on the server's clock (epoch ms). */
export interface Turn {
  readonly ended: boolean;
  readonly version: number;
  readonly due: string | null;
  readonly nextAt: number | null;
}

export interface ActInput extends ProcessInput {
  readonly version: number;
  readonly due: string;
}

export type ActAnswer = 'done' | 'superseded';

export function workflowId(kind: ProcessKind, row: string): string {
  return `${processPaths[kind]}/${row}`;
}

export const TASK_QUEUE = 'samrad';

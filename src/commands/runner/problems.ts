import type { z } from 'zod';

const MOST = 10;

/** The faults of an input in one line: path and what is wrong; at most ten, then how many more. */
export function problemsOf(error: z.ZodError): string {
  const listed = error.issues.slice(0, MOST).map((issue) => {
    const path = issue.path.map(String).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  const more = error.issues.length - MOST;
  return more > 0 ? `${listed.join('; ')}; +${more}.` : `${listed.join('; ')}.`;
}

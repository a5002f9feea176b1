import type { Request } from 'express';
import { refuse, type Refusal } from '../../domain/refusals/refusal';

/**
 * A browser says from which site a request comes: what another site sent is refused before anything is looked at.
 * Programs that are no browsers send neither header and come with the form's or the session's token.
 */
export function refusesOrigin(req: Request, publicUrl: string): Refusal | null {
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse('foreign-origin');
  const origin = req.get('origin');
  if (origin === undefined) return null;
  const own = [new URL(publicUrl).origin, `${req.protocol}://${req.get('host') ?? ''}`];
  return own.includes(origin) ? null : refuse('foreign-origin');
}

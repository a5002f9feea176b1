import helmet from 'helmet';
import type { RequestHandler } from 'express';
import { contentSecurityPolicy } from '../render/content-security';

/**
 * Strict headers for everything that is answered: only our own files, no frames, no scripts or styles within pages.
 * @param secure the public address is https
 */
export function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

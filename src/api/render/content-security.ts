/**
 * The content security policy of every page: own files only, nothing inline, no framing. Images may be `data:` since
 * the design system draws its marks as masks.
 */
export const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'manifest-src': ["'self'"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

import type { ApiDeps } from './deps';

/** Whether people come by https: cookies then go by nothing else. */
export function isSecure(deps: Pick<ApiDeps, 'settings'>): boolean {
  return deps.settings.publicUrl.startsWith('https:');
}

import type { Permission } from '../runner/command';

/** Keeping the installation running is the operator's, over all authorities; what papers contain is not seen there. */
export function operate(): Promise<Permission> {
  return Promise.resolve({ act: 'operate', object: {} });
}

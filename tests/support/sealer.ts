import { createSealer } from '../../src/infrastructure/crypto/sealer';

/** The sealer of tests that run commands without the parts around them. */
export const testSealer = createSealer('5a'.repeat(32));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LegalSettings } from './settings';

const demoFile = join(__dirname, '..', '..', '..', '..', 'data', 'demo', 'legal.json');

/**
 * Reads what the operator declares about accessibility and personal data.
 * @param file the path of the JSON file; without one only the demo county, which declares its own, may start
 * @throws Error with every fault of the file, one line each, in Swedish for the operator
 */
export function readLegalSettings(file: string | null, demo: boolean): LegalSettings {
  if (file === null && !demo) {
    throw new Error(
      'SAMRAD_LEGAL_FILE saknas: tillgänglighetsredogörelse och integritetsmeddelande ska finnas (2018:1937 13 §, dataskyddsförordningen artikel 13). data/installation/legal.json är en att börja från.',
    );
  }
  const path = file ?? demoFile;
  const parsed = LegalSettings.safeParse(jsonIn(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path} går inte att använda:\n${faults.join('\n')}`);
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    throw new Error(`${path} går inte att läsa: ${fault instanceof Error ? fault.message : String(fault)}`, {
      cause: fault,
    });
  }
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ReadProfile } from './file/check-body';

const files = { jointBoard: 'joint-board.json', council: 'council.json' } as const;

const Profile = z.object({ rules: z.record(z.string(), z.unknown()) });

/** Reads the shipped profiles of rules of procedure (B-1). @param dataFolder the folder `data` */
export async function readProfile(dataFolder: string): Promise<ReadProfile> {
  const read = async (file: string) => {
    const text = await readFile(path.join(dataFolder, 'rules-of-procedure', file), 'utf8');
    return Profile.parse(JSON.parse(text)).rules;
  };
  const profiles = { jointBoard: await read(files.jointBoard), council: await read(files.council) };
  return (profile) => profiles[profile];
}

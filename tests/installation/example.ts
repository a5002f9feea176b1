import { readFileSync } from 'node:fs';
import path from 'node:path';
import { County } from '../../src/contracts/case-files/county';

export const exampleFile = path.resolve(__dirname, '../../data/installation/exempel.json');

export const electedFile = path.resolve(__dirname, '../../data/installation/fortroendevalda.csv');

/** The county file that a stranger begins from, to be changed at will. */
export function example(): County {
  return County.parse(JSON.parse(readFileSync(exampleFile, 'utf8')));
}

import { wakes } from './wakes';

/** Every verb of the product, in the office's words. */
export type CommandName = keyof typeof wakes;

export const commandNames = Object.keys(wakes) as CommandName[];

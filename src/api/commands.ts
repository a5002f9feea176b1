import type { ExposedCommand } from './exposed-command';
import { assignments } from './commands/assignments';
import { before } from './commands/before';
import { dispatch } from './commands/dispatch';
import { meetingsPlanning } from './commands/meetings-planning';
import { minutes } from './commands/minutes';
import { notice } from './commands/notice';
import { operations } from './commands/operations';
import { people } from './commands/people';
import { register } from './commands/register';
import { session } from './commands/session';

/** Every command that people reach, by area: one line for each area's list. */
export const exposedCommands: readonly ExposedCommand[] = [
  ...people,
  ...meetingsPlanning,
  ...operations,
  ...register,
  ...before,
  ...session,
  ...dispatch,
  ...assignments,
  ...minutes,
  ...notice,
];

const byName: ReadonlyMap<string, ExposedCommand> = new Map(
  exposedCommands.map((command) => [command.name, command]),
);

/** The command of a name, such as the last part of `/gor/issueSummons`. */
export function findCommand(name: string): ExposedCommand | undefined {
  return byName.get(name);
}

import type { Command } from '../../commands/runner/command';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { checkText, type TextFault } from '../../documents/text/check';

/**
 * A command whose text is checked before it is stored: a sign that no typeface of the documents has is refused with its
 * place, so that nobody finds out on the day of the summons (Samråd-text 1).
 * @param contentOf the text among the input
 * @param store the input with the text as it is stored, its line ends and accents in one form
 */
export function checkedText<Input, Result>(
  command: Command<Input, Result>,
  contentOf: (input: Input) => string,
  store: (input: Input, content: string) => Input,
): Command<Input, Result> {
  return {
    ...command,
    handle: (tx, input) => {
      const checked = checkText(contentOf(input));
      if (!checked.ok) return Promise.resolve(refusalOf(checked.fault));
      return command.handle(tx, store(input, checked.content));
    },
  };
}

function refusalOf(fault: TextFault): Refusal {
  const { code, ...facts } = fault;
  return refuse(code === 'text-too-long' ? code : 'text-character-unusable', facts);
}

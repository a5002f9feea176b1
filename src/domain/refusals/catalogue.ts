import { accessRefusals } from './access';
import { assignmentsRefusals } from './assignments';
import { bodiesRefusals } from './bodies';
import { dispatchRefusals } from './dispatch';
import type { RefusalEntry } from './entry';
import { generalRefusals } from './general';
import { meetingsRefusals } from './meetings';
import { minutesRefusals } from './minutes';
import { peopleRefusals } from './people';
import { registerRefusals } from './register';

/** Every refusal of the product: code -> status and rule. `docs/errors.md` is generated from it. */
export const refusalCatalogue = {
  ...generalRefusals,
  ...accessRefusals,
  ...peopleRefusals,
  ...bodiesRefusals,
  ...registerRefusals,
  ...meetingsRefusals,
  ...minutesRefusals,
  ...dispatchRefusals,
  ...assignmentsRefusals,
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof refusalCatalogue;

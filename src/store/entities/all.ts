import type { EntitySchema } from '@mikro-orm/core';
import * as before from './before';
import * as bodies from './bodies';
import * as meetings from './meetings';
import * as minutes from './minutes';
import * as notices from './notices';
import * as notifications from './notifications';
import * as people from './people';
import * as processes from './process';
import * as register from './register';
import * as sessions from './sessions';

/** Every table of the product, for the ORM; code imports the entity from its own file. */
export const allEntities: readonly EntitySchema[] = [
  people,
  processes,
  notifications,
  bodies,
  register,
  meetings,
  before,
  sessions,
  minutes,
  notices,
].flatMap((area) => Object.values<EntitySchema>(area as unknown as Record<string, EntitySchema>));

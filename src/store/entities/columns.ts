import { p } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../domain/time/day';

/** UUIDv7, made by the command, so that an id can be in a wake or a mail key before the row is written. */
export const id = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => uuidv7());

/** The controller and archive owner of the row, set at creation and never changed. */
export const authority = () => p.uuid();

/** A calendar day, 'YYYY-MM-DD'. */
export const day = () => p.date().$type<Day>();

/** Optimistic version: a form sends back the one it was made from; the ORM refuses a write on another. */
export const version = () => p.integer().version();

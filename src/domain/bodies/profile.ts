import type { AgendaTemplateItem } from '../meetings/agenda-template';
import type { BodyKind } from './body';
import type { RulesOfProcedure } from './rules-of-procedure';

/** A named, readable set of defaults for a kind of body, shipped as data: a profile is data over one engine (B-1). */
export interface RulesProfile {
  readonly name: string;
  readonly bodyKind: BodyKind;
  readonly rules: RulesOfProcedure;
  /** The formal items of the body's meetings (M-3). */
  readonly agendaTemplate: readonly AgendaTemplateItem[];
}

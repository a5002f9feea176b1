import { dayOf } from '../../domain/time/stockholm';
import { snapshot } from '../../store/queries/snapshot';
import { begin } from '../../commands/runner/begin';
import type { PostedForm, ReadContext } from '../context';
import type { ApiDeps } from '../deps';
import { actorOf, type Visit } from '../visit';

/**
 * Reads within one read-only snapshot that has stated who reads: row level security hides the rest.
 * @param form the form that was just refused on this page
 */
export async function reading<Answer>(
  deps: ApiDeps,
  visit: Visit,
  work: (context: ReadContext) => Promise<Answer>,
  form?: PostedForm,
): Promise<Answer> {
  const now = await deps.clock.now();
  const actor = actorOf(visit);
  return snapshot(deps.em, async (em) => {
    const today = dayOf(now);
    const { holder } = await begin(em, actor, today);
    return work({
      em,
      actor,
      holder,
      now,
      today,
      lang: visit.lang,
      site: deps.settings,
      fingerprint: deps.sealer.fingerprint,
      form,
    });
  });
}

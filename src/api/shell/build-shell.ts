import { may } from '../../domain/access/may';
import type { Holder } from '../../domain/access/capacities';
import type { Day } from '../../domain/time/day';
import { heldOn, readSignedIn, type BodyName, type HeldRole } from '../../store/queries/people/signed-in';
import { roleTitle } from '../../i18n/roles';
import type { Language } from '../../i18n/languages';
import { dayText } from '../../i18n/dates';
import { ruleText } from '../../i18n/rules';
import { text } from '../../i18n/texts';
import type { ReadContext } from '../context';
import { navigation } from '../navigation';
import { paths } from '../paths';
import type { FieldError, NextStep, Notice } from '../render/components';
import type { NavItem, PageShell, SignedIn } from '../render/shell';
import type { PageContent } from '../route';
import type { Visit } from '../visit';

/** What stands around one page, besides what its view says. */
export interface Frame {
  /** The page's own address with its query. */
  readonly address: string;
  readonly audience: PageShell['audience'];
  readonly flash?: Notice | undefined;
  readonly errors?: readonly FieldError[] | undefined;
}

/** Puts a page's content into its frame: who is signed in, the way around, receipt and faults. */
export async function buildShell(
  context: ReadContext,
  visit: Visit,
  content: Omit<PageContent<object>, 'view' | 'read'>,
  frame: Frame,
): Promise<PageShell> {
  const { holder, today, lang, site } = context;
  const { title, heading, nextStep, missing, breadcrumbs, owner } = content;
  const signedIn = holder === null ? null : await readSignedIn(context.em, holder, today);
  const pathname = frame.address.split('?')[0] ?? '/';
  const held = holder === null ? [] : heldOn(holder, today).map((holding) => holding.capacity);
  return {
    title,
    path: frame.address,
    today,
    theme: visit.theme,
    audience: frame.audience,
    noIndex: frame.audience === 'work',
    ...(site.demo ? { demo: true } : {}),
    ...(site.moveTime === undefined || holder === null
      ? {}
      : {
          trainingDay: {
            text: text(lang, 'training.today', { day: dayText(lang, today) }),
            href: paths.trainingDay.to(),
          },
        }),
    ...(visit.session === null ? { signInHref: paths.signIn.to() } : { csrfToken: visit.session.csrfToken }),
    ...(signedIn === null
      ? {}
      : { person: personOf(lang, signedIn.name, signedIn.roles, signedIn.openTasks) }),
    ...(signedIn === null || holder === null
      ? {}
      : { bodies: bodySwitch(signedIn.bodies, holder, today, pathname) }),
    nav: navigation(lang, new Set(held), signedIn === null, pathname),
    ...(heading === undefined ? {} : { heading }),
    ...(nextStep === undefined ? {} : { nextStep: inReadersWords(lang, nextStep) }),
    ...(missing === undefined ? {} : { missing }),
    ...(breadcrumbs === undefined ? {} : { breadcrumbs }),
    ...(owner === undefined ? {} : { owner }),
    ...(frame.flash === undefined ? {} : { flash: frame.flash }),
    ...(frame.errors === undefined ? {} : { errors: frame.errors }),
  };
}

/** A rule as a reader meets it; the name of a requirement tells a reader nothing and is left out. */
function inReadersWords(lang: Language, { rule, ...step }: NextStep): NextStep {
  const words = rule === undefined ? undefined : ruleText(lang, rule);
  return words === undefined ? step : { ...step, rule: words };
}

/** The plan of each body that the reader works with; a body of which only a part is the reader's own is left out. */
function bodySwitch(bodies: readonly BodyName[], holder: Holder, today: Day, pathname: string): NavItem[] {
  return bodies
    .filter(({ id }) => may(holder, 'plan.read', { bodyId: id }, today).ok)
    .map(({ id, name }) => {
      const href = paths.meetingPlan.to({ bodyId: id });
      return { text: name, href, current: pathname === href };
    });
}

function personOf(lang: Language, name: string, roles: readonly HeldRole[], openTasks: number): SignedIn {
  return {
    name,
    ...(roles.length === 0 ? {} : { role: rolesText(lang, roles) }),
    openTasks,
    tasksHref: paths.tasks.to(),
    signOutTo: paths.signOut.to(),
  };
}

/** "Sekreterare, Gemensam hjälpmedelsnämnd"; an office stands for the seat that it comes with. */
function rolesText(lang: Language, roles: readonly HeldRole[]): string {
  const offices = new Set(
    roles
      .filter((role) => role.capacity === 'chair' || role.capacity === 'viceChair')
      .map((role) => role.within),
  );
  const shown = roles.filter((role) => role.capacity !== 'member' || !offices.has(role.within));
  const words = shown.map((role) =>
    [roleTitle(lang, role.capacity), role.within].filter((part) => part !== null).join(', '),
  );
  return [...new Set(words)].join(' · ');
}

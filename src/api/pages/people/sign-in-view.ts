import { roleTitle } from '../../../i18n/roles';
import { text } from '../../../i18n/texts';
import { readDemoPeople, type DemoPerson } from '../../../store/queries/people/demo-people';
import type { ReadContext } from '../../context';
import { localAddress, paths } from '../../paths';
import type { FieldError } from '../../render/components';
import type { PageContent } from '../../route';
import { LINK_MINUTES } from './sign-in-steps';

export interface SignInView {
  readonly signInTo: string;
  readonly linkTo: string;
  readonly demoTo: string;
  readonly returnTo: string;
  readonly email: string;
  readonly linkMinutes: number;
  readonly errors: { readonly email?: string; readonly linkEmail?: string };
  /** A sealed form that waits for its writer. */
  readonly kept?: string;
  readonly demoGroups: readonly DemoGroup[];
}

interface DemoGroup {
  readonly heading: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

export interface SignInState {
  readonly returnTo: unknown;
  readonly email?: string;
  readonly fault?: string;
  readonly linkFault?: string;
  readonly kept?: string;
}

/** The sign-in page: password, link by mail and, in the demo county, a button per person. */
export async function signInContent(
  context: ReadContext,
  state: SignInState,
): Promise<PageContent<SignInView>> {
  const { lang, site, em, today } = context;
  const people = site.demoSignIn ? await readDemoPeople(em, today) : [];
  return {
    title: text(lang, 'people.signInTitle'),
    heading: {
      lead: state.kept === undefined ? text(lang, 'people.signInLead') : text(lang, 'people.signInKept'),
    },
    view: {
      signInTo: paths.signIn.to(),
      linkTo: paths.signInLink.to(),
      demoTo: paths.signInAs.to(),
      returnTo: localAddress(state.returnTo, '/'),
      email: state.email ?? '',
      linkMinutes: LINK_MINUTES,
      errors: {
        ...(state.fault === undefined ? {} : { email: state.fault }),
        ...(state.linkFault === undefined ? {} : { linkEmail: state.linkFault }),
      },
      ...(state.kept === undefined ? {} : { kept: state.kept }),
      demoGroups: groupsOf(context, people),
    },
  };
}

/** The faults as the summary over the page lists them. */
export function signInErrors(state: SignInState): FieldError[] {
  return [
    ...(state.fault === undefined ? [] : [{ text: state.fault, href: '#email' }]),
    ...(state.linkFault === undefined ? [] : [{ text: state.linkFault, href: '#link-email' }]),
  ];
}

/** One group per role: whoever tries the product looks for "the secretary", not for a name. */
function groupsOf({ lang }: ReadContext, people: readonly DemoPerson[]): DemoGroup[] {
  return order
    .map((capacity) => ({ capacity, members: people.filter((person) => person.capacity === capacity) }))
    .filter(({ members }) => members.length > 0)
    .map(({ capacity, members }) => ({
      heading: roleTitle(lang, capacity),
      people: members.map((person) => ({
        id: person.personId,
        name: person.name,
        role: person.within ?? '',
      })),
    }));
}

const order: readonly DemoPerson['capacity'][] = [
  'secretary',
  'chair',
  'viceChair',
  'headOfCentre',
  'official',
  'registrar',
  'operator',
  'auditor',
  'administrator',
  'member',
  'substitute',
];

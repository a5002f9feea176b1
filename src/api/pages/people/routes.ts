import { z } from 'zod';
import { dayText } from '../../../i18n/dates';
import { roleTitle } from '../../../i18n/roles';
import { text } from '../../../i18n/texts';
import { letterChoices } from '../../../domain/notifications/letters-that-wait';
import { refuse } from '../../../domain/refusals/refusal';
import { readMyDetails, type MyDetails } from '../../../store/queries/people/me';
import { readSignedIn } from '../../../store/queries/people/signed-in';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { page, type ReadRoute } from '../../route';
import { myCalendarAddress, myCalendarRoutes } from './my-calendar';
import { signInContent } from './sign-in-view';

const signInPage = page({
  path: paths.signIn,
  permission: 'public',
  auditEvent: 'openSignIn',
  template: 'people/sign-in',
  query: z.object({ till: z.string().max(2000).optional() }),
  view: (context, _params, { till }) => signInContent(context, { returnTo: till }),
});

/** Opening the link signs nobody in: mail programs open links by themselves. The button does. */
const linkPage = page({
  path: paths.useSignInLink,
  permission: 'public',
  auditEvent: 'openSignInLinkPage',
  template: 'people/link-confirm',
  view: ({ lang }, { token }) =>
    Promise.resolve({
      title: text(lang, 'people.linkConfirmTitle'),
      view: { postTo: paths.useSignInLink.to({ token }) },
    }),
});

const mePage = page({
  path: paths.me,
  permission: 'signedIn',
  auditEvent: 'readMyDetails',
  template: 'people/me',
  view: async (context) => {
    const { em, holder, lang, today } = context;
    const me = holder === null ? null : await readMyDetails(em, holder.personId);
    if (holder === null || me === null) return refuse('not-found');
    const { roles } = await readSignedIn(em, holder, today);
    return {
      title: text(lang, 'people.meTitle'),
      heading: { lead: text(lang, 'people.meLead'), facts: factsOf(context, me) },
      view: {
        ...meForms(context, holder.personId, me),
        roles: roles.map((role) => ({
          term: roleTitle(lang, role.capacity),
          text: role.within ?? text(lang, 'people.wholeInstallation'),
        })),
        asOf: text(lang, 'people.rolesAsOf', { day: dayText(lang, today) }),
        openSessionsText: text(lang, 'people.openSessions', { count: me.openSessions }),
      },
    };
  },
});

function factsOf({ lang }: ReadContext, me: MyDetails) {
  const facts = [
    { term: text(lang, 'people.email'), text: me.email },
    { term: text(lang, 'people.title'), text: me.title },
    { term: text(lang, 'people.unit'), text: me.unit },
  ];
  return facts.flatMap(({ term, text: words }) => (words === null ? [] : [{ term, text: words }]));
}

function meForms(context: ReadContext, personId: string, me: MyDetails) {
  const { form, lang } = context;
  const details = formFields(form, 'changeMyDetails');
  const password = formFields(form, 'setMyPassword');
  const language = details.field('language', me.language);
  const letters = details.field('letters', me.letters);
  return {
    details: {
      id: details.id,
      postTo: details.postTo,
      version: me.version,
      name: details.field('name', me.name),
      phone: details.field('phone', me.phone),
      language: {
        ...language,
        options: (['sv', 'en'] as const).map((value) => ({
          value,
          text: text(lang, value === 'sv' ? 'people.swedish' : 'people.english'),
          selected: language.value === value,
        })),
      },
      letters: {
        ...letters,
        options: letterChoices.map((value) => ({
          value,
          text: text(lang, value === 'each' ? 'people.lettersEach' : 'people.lettersGathered'),
          selected: letters.value === value,
        })),
      },
    },
    password: {
      id: password.id,
      postTo: password.postTo,
      hasPassword: me.hasPassword,
      // A password that was typed is never sent back.
      current: { ...password.field('current', ''), value: '' },
      next: { ...password.field('password', ''), value: '' },
    },
    calendar: {
      address: me.calendarKey === null ? null : myCalendarAddress(context, personId, me.calendarKey),
      openTo: formFields(form, 'openMyCalendar').postTo,
      closeTo: formFields(form, 'closeMyCalendar').postTo,
    },
    sessionsTo: formFields(form, 'endMySessions').postTo,
  };
}

export const peopleRoutes: readonly ReadRoute[] = [signInPage, linkPage, mePage, ...myCalendarRoutes];

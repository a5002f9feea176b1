import { canMove } from '../../../../domain/meetings/phases';
import { refuse } from '../../../../domain/refusals/refusal';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { page, type ReadRoute } from '../../../route';
import { meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';

const changePage = page({
  path: paths.meetingChange,
  permission: ofMeeting('plan.write'),
  auditEvent: 'openChangeMeeting',
  template: 'meetings/plan-change',
  view: async (context, { meetingId }) => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const form = formFields(context.form, 'changeMeeting');
    const page = paths.meetingChange.to({ meetingId });
    return {
      title: text(lang, 'plan.changeTitle', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'plan.changeLead')),
      breadcrumbs: meetingCrumbs(lang, head),
      view: canMove(head.phase, 'changeMeeting').ok
        ? {
            form: {
              id: form.id,
              postTo: form.postTo,
              page,
              next: paths.meeting.to({ meetingId }),
              meetingId,
              version: head.version,
              day: form.field('day', head.day),
              startTime: form.field('startTime', head.startTime),
              endTime: form.field('endTime', head.endTime),
              place: form.field('place', head.place),
            },
          }
        : { blocked: text(lang, 'plan.changeBlocked') },
    };
  },
});

export const planChangeRoutes: readonly ReadRoute[] = [changePage];

import { text } from '../../../../i18n/texts';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { page, type ReadRoute } from '../../../route';
import { ofMeeting } from '../overview/overview-head';
import { itemCrumbs, itemOf } from './agenda-item';

/** M-3: an item that no approved agenda holds is taken off; the page says what that means before it is done. */
const removePage = page({
  path: paths.agendaRemove,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'openRemoveItem',
  template: 'meetings/agenda-remove',
  view: async (context, { meetingId, itemId }) => {
    const found = await itemOf(context, meetingId, itemId);
    if ('ok' in found) return found;
    const { head, item } = found;
    const form = formFields(context.form, 'removeItem');
    return {
      title: text(context.lang, 'agenda.removeTitle', { label: item.label }),
      heading: { lead: `${item.title}. ${text(context.lang, 'agenda.removeLead')}` },
      breadcrumbs: itemCrumbs(context, head),
      view: {
        id: form.id,
        postTo: form.postTo,
        page: paths.agendaRemove.to({ meetingId, itemId }),
        next: paths.agenda.to({ meetingId }),
        itemId,
        version: item.version,
        cancelHref: paths.agendaItem.to({ meetingId, itemId }),
      },
    };
  },
});

export const agendaRemoveRoutes: readonly ReadRoute[] = [removePage];

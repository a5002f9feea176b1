import type { Holder } from '../../../domain/access/capacities';
import type { Day } from '../../../domain/time/day';
import { shortDayText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { readReceived, type DispatchView } from '../../../store/queries/dispatch/dispatch-view';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { DataList, Row } from '../../render/lists';
import { page } from '../../route';
import { extractName, isAwaited, standingTag } from './words';

/** What was sent to the reader, or to principals whose registrar the reader is; the unconfirmed first. */
export const receivedPage = page({
  path: paths.received,
  permission: 'signedIn',
  auditEvent: 'readReceived',
  template: 'dispatch/received',
  view: async (context) => {
    const { em, lang, holder, today } = context;
    const received =
      holder === null ? [] : await readReceived(em, holder.personId, registrarOf(holder, today));
    return {
      title: text(lang, 'dispatch.receivedListTitle'),
      heading: { lead: text(lang, 'dispatch.receivedListLead') },
      view: { received: receivedList(context, received) },
    };
  },
});

function registrarOf({ holdings }: Holder, today: Day): string[] {
  return holdings
    .filter(
      ({ capacity, scope, from, to }) =>
        capacity === 'registrar' &&
        scope.kind === 'principal' &&
        from <= today &&
        (to === null || today <= to),
    )
    .flatMap(({ scope }) => scope.id ?? []);
}

function receivedList({ lang }: ReadContext, received: readonly DispatchView[]): DataList {
  return {
    caption: text(lang, 'dispatch.receivedCaption'),
    columns: [
      { text: text(lang, 'dispatch.columnExtract') },
      { text: text(lang, 'dispatch.columnBody') },
      { text: text(lang, 'dispatch.columnDay') },
      { text: text(lang, 'dispatch.columnRecipient') },
      { text: text(lang, 'dispatch.columnState') },
    ],
    rows: received.map((dispatch): Row => {
      const href = paths.dispatch.to({ dispatchId: dispatch.id });
      return {
        cells: [
          { text: extractName(lang, dispatch), href },
          { text: dispatch.body },
          { text: shortDayText(lang, dispatch.day), datetime: dispatch.day },
          { text: dispatch.recipientName },
          { text: '', tag: standingTag(lang, dispatch) },
        ],
        ...(isAwaited(dispatch)
          ? { action: { text: text(lang, 'dispatch.receiveAct'), href } }
          : { action: { text: text(lang, 'dispatch.openAct'), href } }),
      };
    }),
    actsText: text(lang, 'meetings.acts'),
    countText: text(lang, 'dispatch.countReceived', { count: received.length }),
    empty: {
      title: text(lang, 'dispatch.receivedEmptyTitle'),
      text: text(lang, 'dispatch.receivedEmptyText'),
    },
  };
}

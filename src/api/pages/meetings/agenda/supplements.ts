import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import type { AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import {
  readEarlierMinutes,
  readSupplemented,
  readSupplements,
} from '../../../../store/queries/meetings/agenda/supplements';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';

/** The choice of earlier minutes that an item supplements; nothing where the body has none that are verified. */
export async function supplementForm(
  context: ReadContext,
  head: MeetingHead,
  item: AgendaItemView,
  page: string,
) {
  const { em, lang } = context;
  const earlier = await readEarlierMinutes(em, head.bodyId, head.day);
  if (earlier.length === 0) return undefined;
  const form = formFields(context.form, 'supplementMinutes');
  const minutes = form.field('minutesId', await readSupplemented(em, item.id));
  return {
    id: form.id,
    postTo: form.postTo,
    page,
    itemId: item.id,
    version: item.version,
    minutes: {
      ...minutes,
      options: [
        { value: '', text: text(lang, 'agenda.supplementNone'), selected: minutes.value === '' },
        ...earlier.map(({ id, day }) => ({
          value: id,
          text: dayText(lang, day),
          selected: id === minutes.value,
        })),
      ],
    },
  };
}

/** Links to what supplements the minutes and to what they supplement (M-9). */
export async function supplementLinks({ em, lang }: ReadContext, minutesId: string) {
  const { by, of } = await readSupplements(em, minutesId);
  const href = (meetingId: string) => paths.minutes.to({ meetingId });
  return [
    ...by.map(({ meetingId, day, title, paragraph }) => ({
      href: href(meetingId),
      text:
        paragraph === null
          ? text(lang, 'minutes.supplementedBy', { day: dayText(lang, day), title })
          : text(lang, 'minutes.supplementedByParagraph', {
              number: paragraph,
              day: dayText(lang, day),
              title,
            }),
    })),
    ...of.map(({ meetingId, day, title, paragraph }) => ({
      href: href(meetingId),
      text:
        paragraph === null
          ? text(lang, 'minutes.supplementOf', { day: dayText(lang, day), title })
          : text(lang, 'minutes.supplementOfParagraph', { number: paragraph, day: dayText(lang, day) }),
    })),
  ];
}

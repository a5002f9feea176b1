import { text, type TextKey } from '../../../i18n/texts';
import { readCourts } from '../../../store/queries/meetings/notice/public-board';
import { paths } from '../../paths';
import { page, type ReadRoute } from '../../route';
import { publicMinutesRoutes } from './minutes';
import { noticeBoardRoutes } from './notice-board';

const chapters: readonly (readonly [heading: TextKey, words: TextKey])[] = [
  ['notices.appealWhoHeading', 'notices.appealWho'],
  ['notices.appealWhenHeading', 'notices.appealWhen'],
  ['notices.appealHowHeading', 'notices.appealHow'],
  ['notices.appealWhatHeading', 'notices.appealWhat'],
  ['notices.appealNotHeading', 'notices.appealNot'],
];

/** KL 8:10 (law.md A21): how to appeal under chapter 13 stands on the notice board. */
const howToAppealPage = page({
  path: paths.howToAppeal,
  permission: 'public',
  auditEvent: 'readHowToAppeal',
  template: 'public/how-to-appeal',
  audience: 'public',
  view: async ({ em, lang, today }) => ({
    title: text(lang, 'notices.appealTitle'),
    heading: { lead: text(lang, 'notices.appealLead') },
    breadcrumbs: [{ text: text(lang, 'notices.boardTitle'), href: paths.noticeBoard.to() }],
    view: {
      chapters: chapters.map(([heading, words]) => ({
        heading: text(lang, heading),
        text: text(lang, words),
      })),
      courts: await readCourts(em, today),
    },
  }),
});

export const publicRoutes: readonly ReadRoute[] = [
  ...noticeBoardRoutes,
  ...publicMinutesRoutes,
  howToAppealPage,
];

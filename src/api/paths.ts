/**
 * Every address of the product, once. Pages speak Swedish; the same page as JSON stands at `/api` + its path.
 * `paths.meeting.to({ meetingId })` makes a link, `paths.meeting.pattern` declares the route.
 */

type Bare<Name extends string> = Name extends `${infer Before}.${string}` ? Before : Name;

type ParamNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Bare<Name> | ParamNames<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Bare<Name>
    : never;

/** The variable parts of an address: `{ meetingId: string }` of '/sammantraden/:meetingId'. */
export type PathParams<Pattern extends string> = Readonly<Record<ParamNames<Pattern>, string>>;

export type QueryValues = Readonly<Record<string, string | number | undefined>>;

export interface Path<Pattern extends string> {
  readonly pattern: Pattern;
  /** The address with its parts filled in. @throws RangeError when a part is missing */
  readonly to: (
    ...parts: ParamNames<Pattern> extends never
      ? [params?: Readonly<Record<string, never>>, query?: QueryValues]
      : [params: PathParams<Pattern>, query?: QueryValues]
  ) => string;
}

/** Declares an address. A part whose name ends in `Id` is a UUID; anything else there is not found. */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  return {
    pattern,
    to: (params: Readonly<Record<string, string>> = {}, query: QueryValues = {}) => {
      const filled = pattern.replace(/:(\w+)/g, (_match, name: string) => {
        const value = params[name];
        if (value === undefined) throw new RangeError(`${pattern} lacks ${name}`);
        return encodeURIComponent(value);
      });
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) search.set(name, String(value));
      const asked = search.toString();
      return asked === '' ? filled : `${filled}?${asked}`;
    },
  };
}

export const paths = {
  // people
  tasks: path('/'),
  signIn: path('/logga-in'),
  signInAs: path('/logga-in/som'),
  signInContinue: path('/logga-in/fortsatt'),
  signInLink: path('/logga-in/lank'),
  useSignInLink: path('/logga-in/lank/:token'),
  signOut: path('/logga-ut'),
  me: path('/mig'),
  trainingDay: path('/ovning'),
  // meetings: plan, agenda, summons, papers
  meetings: path('/sammantraden'),
  meetingPlan: path('/sammantradesplan/:bodyId'),
  agendaTemplate: path('/sammantradesplan/:bodyId/mall'),
  agendaTemplateAdd: path('/sammantradesplan/:bodyId/mall/ny'),
  agendaTemplateItem: path('/sammantradesplan/:bodyId/mall/:itemKey'),
  meeting: path('/sammantraden/:meetingId'),
  meetingChange: path('/sammantraden/:meetingId/andra'),
  agenda: path('/sammantraden/:meetingId/foredragningslista'),
  agendaAdd: path('/sammantraden/:meetingId/foredragningslista/ny'),
  agendaItem: path('/sammantraden/:meetingId/punkter/:itemId'),
  agendaRemove: path('/sammantraden/:meetingId/punkter/:itemId/ta-bort'),
  agendaWithdraw: path('/sammantraden/:meetingId/punkter/:itemId/utga'),
  agendaApproval: path('/sammantraden/:meetingId/godkannande'),
  summons: path('/sammantraden/:meetingId/kallelse'),
  summonsIssue: path('/sammantraden/:meetingId/kallelse/utfarda'),
  summonsPackage: path('/sammantraden/:meetingId/kallelse/paket'),
  papers: path('/sammantraden/:meetingId/handlingar'),
  papersLetter: path('/sammantraden/:meetingId/handlingar/kallelse'),
  papersPackage: path('/sammantraden/:meetingId/handlingar/paket'),
  paper: path('/sammantraden/:meetingId/handlingar/:documentId'),
  // meetings: before and in session
  session: path('/sammantraden/:meetingId/motet'),
  participation: path('/sammantraden/:meetingId/deltagande'),
  attendanceBefore: path('/sammantraden/:meetingId/narvaro'),
  substituteAsk: path('/tjanstgoring/:askId'),
  remoteRequest: path('/distans/:requestId'),
  // meetings: minutes and verification
  minutes: path('/sammantraden/:meetingId/protokoll'),
  minutesFile: path('/sammantraden/:meetingId/protokoll/fil'),
  minutesTakeBack: path('/sammantraden/:meetingId/protokoll/ta-tillbaka'),
  replaceVerifier: path('/sammantraden/:meetingId/protokoll/ersatt-justerare'),
  verification: path('/sammantraden/:meetingId/protokoll/justering'),
  signMinutes: path('/sammantraden/:meetingId/protokoll/justering/underteckna'),
  paragraph: path('/sammantraden/:meetingId/protokoll/:paragraphId'),
  correctRecord: path('/sammantraden/:meetingId/protokoll/:paragraphId/ratta'),
  // notices
  notice: path('/anslag/:noticeId'),
  noticeCertificate: path('/anslag/:noticeId/bevis'),
  courtAnswer: path('/anslag/:noticeId/domstol'),
  posting: path('/anslag/uppsattning/:postingId'),
  postingFile: path('/anslag/uppsattning/:postingId/fil'),
  postingByLink: path('/anslag/uppsattning/:postingId/:token'),
  // dispatch
  dispatches: path('/sammantraden/:meetingId/expediering'),
  received: path('/utdrag'),
  dispatch: path('/utdrag/:dispatchId'),
  dispatchFile: path('/utdrag/:dispatchId/fil'),
  dispatchByLink: path('/utdrag/:dispatchId/:token'),
  dispatchFileByLink: path('/utdrag/:dispatchId/:token/fil'),
  // assignments
  assignments: path('/uppdrag'),
  assignment: path('/uppdrag/:assignmentId'),
  // the public side
  noticeBoard: path('/anslagstavla'),
  noticeBoardRss: path('/anslagstavla.rss'),
  noticeBoardJson: path('/anslagstavla.json'),
  publicMinutes: path('/protokoll/:minutesId'),
  publicMinutesFile: path('/protokoll/:minutesId/fil'),
  howToAppeal: path('/overklaga'),
  calendar: path('/kalender/:slug'),
  calendarFeed: path('/kalender/:slug.ics'),
  myCalendar: path('/min-kalender/:personId/:token.ics'),
  // operations
  drift: path('/drift'),
  // what pages are built of
  components: path('/komponenter'),
  // register
  matters: path('/arenden'),
  openMatter: path('/arenden/nytt/:bodyId'),
  registerHandOver: path('/arenden/overlamning/:bodyId'),
  matter: path('/arenden/:matterId'),
  addDocument: path('/arenden/:matterId/handlingar'),
  matterState: path('/arenden/:matterId/lage'),
  openMemo: path('/arenden/:matterId/tjansteskrivelse'),
  document: path('/handlingar/:documentId'),
  documentFile: path('/handlingar/:documentId/fil'),
  memos: path('/tjansteskrivelser'),
  memo: path('/tjansteskrivelser/:memoId'),
  memoSection: path('/tjansteskrivelser/:memoId/avsnitt/:section'),
  memoPreview: path('/tjansteskrivelser/:memoId/forhandsgranskning'),
  memoFile: path('/tjansteskrivelser/:memoId/fil'),
  // law
  accessibility: path('/tillganglighetsredogorelse'),
  privacy: path('/integritetsmeddelande'),
} as const;

/** Where forms post a command: `/gor/issueSummons`. */
export const commandPath = path('/gor/:command');

/** Where the same command is posted as JSON. */
export const commandApiPath = path('/api/commands/:command');

/** The command that an address of either kind names, whether there is one of that name or not. */
export function commandOfAddress(address: string): string | undefined {
  return /^\/(?:gor|api\/commands)\/([A-Za-z]+)$/.exec(address)?.[1];
}

/**
 * A local address out of what a form or a link said, or the fallback: nobody is led to another site.
 * @returns path and query, beginning with exactly one slash
 */
export function localAddress(wanted: unknown, fallback: string): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || wanted.length > 2000) return fallback;
  try {
    const url = new URL(wanted, 'http://local.invalid');
    if (url.host !== 'local.invalid') return fallback;
    return url.pathname.replace(/^\/+/, '/') + url.search + url.hash;
  } catch {
    return fallback;
  }
}

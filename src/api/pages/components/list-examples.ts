import type { FileRow, Tabs } from '../../render/components';
import type {
  AgendaOrder,
  ConflictView,
  DataList,
  DecisionBox,
  MeetingHeader,
  UploadRow,
  VoteTable,
} from '../../render/lists';
import { componentsPath } from './shell';

/** Examples of lists, files and what is written at a meeting. */
export const tabs: Tabs = {
  label: 'Vyer av sammanträdet',
  tabs: [
    { text: 'Översikt', href: componentsPath, current: true },
    { text: 'Dagordning', href: '#ordning', current: false, count: 14 },
    { text: 'Handlingar', href: '#filer', current: false, count: 16 },
  ],
};

export const list: DataList = {
  caption: 'Ärenden',
  countText: 'Visar 1–3 av 112 ärenden',
  actsText: 'Åtgärd',
  columns: [
    { text: 'Diarienummer', sortHref: '?sortera=nummer', sorted: 'descending' },
    { text: 'Rubrik', sortHref: '?sortera=rubrik' },
    { text: 'Kom in' },
    { text: 'Belopp', numeric: true },
    { text: 'Läge' },
  ],
  rows: [
    row(
      'HMC260014',
      'Uppföljning av internkontrollplan 2025',
      '2026-01-12',
      '12 jan 2026',
      '',
      'Klart',
      'success',
    ),
    row(
      'HMC260011',
      'Budgetuppföljning efter januari',
      '2026-01-09',
      '9 jan 2026',
      '2 600 000 kr',
      'Bereds',
      'info',
    ),
    row(
      'HMC260004',
      'Upphandling av eldrivna rullstolar',
      '2026-01-05',
      '5 jan 2026',
      '18 450 000 kr',
      'Försenat',
      'danger',
    ),
  ],
  filter: {
    action: componentsPath,
    clearHref: componentsPath,
    fields: [
      { name: 'sok', label: 'Sök i rubriken', value: 'rullstol' },
      {
        name: 'lage',
        label: 'Läge',
        value: '',
        options: [
          { value: '', text: 'Alla' },
          { value: 'bereds', text: 'Bereds', selected: true },
        ],
      },
    ],
  },
  pagination: {
    nextHref: '?sida=2',
    pages: [
      { number: 1, href: '?sida=1', current: true },
      { number: 2, href: '?sida=2', current: false },
      { number: 3, href: '?sida=3', current: false },
    ],
  },
  empty: { title: 'Inga ärenden', text: '' },
};

function row(
  number: string,
  title: string,
  day: string,
  dayWords: string,
  amount: string,
  state: string,
  tone: 'success' | 'info' | 'danger',
): DataList['rows'][number] {
  return {
    cells: [
      { text: number },
      { text: title, href: '#arende' },
      { text: dayWords, datetime: day },
      { text: amount, numeric: true },
      { text: '', tag: { text: state, tone } },
    ],
    action: { text: 'Öppna', href: `#${number}` },
  };
}

export const emptyList: DataList = {
  caption: 'Inkomna handlingar',
  countText: '',
  columns: [],
  rows: [],
  empty: {
    title: 'Inga ärenden ännu',
    text: 'Det första ärendet registrerar du när en handling kommer in. Numret ges av diariet.',
    action: { text: 'Registrera ett ärende', href: '#nytt' },
  },
};

export const files: readonly FileRow[] = [
  {
    name: 'Kallelse 20 februari 2026',
    href: '#kallelse',
    facts: 'PDF, 9 sidor, 214 kB',
    note: 'version 2',
    tag: { text: 'Gäller', tone: 'success' },
  },
  {
    name: 'Bilaga 2, avtalsbilaga',
    href: '#bilaga',
    facts: 'PDF, 31 sidor, 4,2 MB',
    tag: { text: 'Skannad, går inte att läsa upp', tone: 'warning' },
    actions: [{ text: 'Byt fil', href: '#byt' }],
  },
];

export const meeting: MeetingHeader = {
  body: 'Gemensam hjälpmedelsnämnd',
  number: 'Sammanträde 1/2026',
  day: 'fredag 20 februari 2026 kl. 09.00',
  datetime: '2026-02-20T08:00:00.000Z',
  place: 'Hjälpmedelscentrum, sal Linden',
  state: { text: 'Kallelse utfärdad', tone: 'info' },
};

export const decision: DecisionBox = {
  heading: 'Beslut',
  lead: 'Gemensam hjälpmedelsnämnd beslutar',
  points: [
    'att godkänna budgetuppföljningen efter januari 2026, samt',
    'att förklara punkten omedelbart justerad.',
  ],
};

export const proposed: DecisionBox = {
  heading: 'Förslag till beslut',
  points: ['Gemensam hjälpmedelsnämnd godkänner internkontrollplanen för 2026.'],
  proposed: true,
};

export const vote: VoteTable = {
  caption: 'Votering i § 7',
  totals: '2 ja, 1 nej, 1 avstår',
  ballots: [
    { name: 'Gunnel Rydh', party: 'C', ballot: 'Ja' },
    { name: 'Ismail Haddad', party: 'S', ballot: 'Ja' },
    { name: 'Petra Vallin', party: 'M', ballot: 'Nej' },
    { name: 'Sixten Olander', party: 'V', ballot: 'Avstår' },
  ],
};

export const order: AgendaOrder = {
  postTo: componentsPath,
  version: 3,
  items: [
    { id: '1', position: 1, title: 'Sammanträdet öppnas' },
    { id: '2', position: 2, title: 'Upprop', note: 'Formalia' },
    { id: '3', position: 3, title: 'Budgetuppföljning efter januari', note: 'HMC260011, beslutsärende' },
  ],
};

export const upload: UploadRow = {
  id: 'bilaga',
  name: 'file',
  label: 'Bilaga',
  hint: 'PDF, högst 50 MB.',
  accept: 'application/pdf,.pdf',
  act: 'Lägg till bilagan',
  postTo: componentsPath,
};

export const conflict: ConflictView = {
  name: 'background',
  label: 'Bakgrund',
  mine: 'Nämnden har **tre** avtal som löper ut 2026.',
  theirs: 'Nämnden har **fyra** avtal som löper ut 2026.',
  theirsBy: 'Sparad av Torbjörn Ask i dag kl. 14.32',
  postTo: componentsPath,
  version: 5,
};

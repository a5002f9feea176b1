import type { Notice, Stepper, TaskList, Timeline } from '../../render/components';
import { componentsPath } from './shell';

/** Examples of the parts that tell where a process stands. */
export const stepper: Stepper = {
  label: 'Sammanträdets steg',
  steps: [
    { text: 'Plan', state: 'done', note: '3 nov' },
    { text: 'Dagordning', state: 'done', note: '6 feb', href: '#dagordning' },
    { text: 'Kallelse', state: 'current', note: 'senast 13 feb' },
    { text: 'Sammanträde', state: 'later', note: '20 feb' },
    { text: 'Justering', state: 'later', note: 'senast 6 mars' },
    { text: 'Anslag', state: 'problem', note: 'Sjövik saknas' },
  ],
};

export const timeline: Timeline = {
  entries: [
    {
      title: 'Kallelsen utfärdad',
      datetime: '2026-02-13T09:12:00.000Z',
      when: '13 feb 2026 kl. 10.12',
      by: 'Ylva Sandgren',
      href: '#filer',
      tone: 'success',
    },
    {
      title: 'Punkt 7 kom efter stopptiden',
      datetime: '2026-02-09',
      when: '9 feb 2026',
      by: 'Torbjörn Ask',
      text: 'Godkändes av ordföranden som sent ärende.',
      tone: 'warning',
    },
    { title: 'Dagordningen skapad', datetime: '2026-01-20', when: '20 jan 2026', by: 'Ylva Sandgren' },
  ],
};

export const tasks: TaskList = {
  heading: 'Nu',
  tasks: [
    {
      title: 'Anslå protokollet på Sjöviks anslagstavla',
      about: 'Gemensam hjälpmedelsnämnd, sammanträde 1/2026',
      deadline: {
        text: 'söndag 8 mars 2026',
        datetime: '2026-03-08',
        relative: 'för 2 dagar sedan',
        passed: true,
      },
      rule: 'kommunallagen 8 kap. 12 §',
      consequence: 'tiden för att överklaga börjar inte löpa.',
      action: { text: 'Bekräfta anslaget', href: '#lista' },
    },
    {
      title: 'Justera protokollet',
      about: 'Gemensam hjälpmedelsnämnd, sammanträde 1/2026',
      deadline: { text: 'fredag 6 mars 2026', datetime: '2026-03-06', relative: 'om 4 dagar', passed: false },
      rule: 'kommunallagen 5 kap. 69 §',
      action: { text: 'Läs och justera', href: '#lista' },
    },
  ],
};

export const notices: readonly Notice[] = [
  { tone: 'info', text: 'Kallelsen görs. Sidan visar den när den är klar.' },
  { tone: 'success', title: 'Protokollet är justerat', text: 'Det anslås senast söndag 8 mars 2026.' },
  {
    tone: 'warning',
    title: 'Två ledamöter har inte svarat',
    text: 'Påminn dem eller kalla ersättare.',
    action: { text: 'Påminn', postTo: componentsPath },
  },
  { tone: 'danger', title: 'Dagen har passerat', text: 'Protokollet skulle ha varit justerat 6 mars 2026.' },
];

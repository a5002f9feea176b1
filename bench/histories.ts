/**
 * How long the histories of a meeting become: the whole case of 20 February is played, from the plan to the end of the appeal
 * time, and the events of every process that it started are counted. Run: npm run bench -- histories
 */
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { Client as Database } from 'pg';
import { workflowId, type ProcessKind } from '../src/contracts/processes';
import { median, run, say } from './support/report';
import { afterTheCase, type RehearsedServers } from './support/rehearsed';

interface ProcessRow {
  readonly kind: ProcessKind;
  readonly row_id: string;
}

/** Every process of the meeting that the case is about. */
const processesOfMeeting = `
  with meeting_of (kind, row_id, meeting_id) as (
    select 'meetingCycle', id, id from meeting
    union all select 'substituteCall', id, meeting_id from substitute_call
    union all select 'minutesVerification', id, meeting_id from minutes
    union all select 'noticePeriod', id, meeting_id from notice
    union all select 'dispatch', id, meeting_id from minutes_extract
    union all select 'assignmentFollowUp', a.id, i.meeting_id from assignment a join agenda_item i on i.id = a.item_id)
  select t.kind, t.row_id from process_turn t join meeting_of o on o.kind = t.kind and o.row_id = t.row_id
  where o.meeting_id = (select id from meeting where closed_at is not null) order by t.at`;

async function look({ adminUrl, temporalAddress }: RehearsedServers): Promise<void> {
  const database = new Database({ connectionString: adminUrl });
  await database.connect();
  const { rows } = await database.query<ProcessRow>(processesOfMeeting);
  await database.end();
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const read: (History & { readonly kind: ProcessKind })[] = [];
  for (const { kind, row_id } of rows)
    read.push({ kind, ...(await readHistory(client, workflowId(kind, row_id))) });
  await connection.close();

  for (const kind of new Set(read.map((history) => history.kind))) {
    const ofKind = read.filter((history) => history.kind === kind);
    const events = ofKind.map((history) => history.events);
    say(
      `  ${kind}, ${ofKind.length} of them`,
      `${sum(events)} events in all, median ${median(events)}, most ${Math.max(...events)}, ${kB(ofKind)}`,
    );
  }
  say('Histories of one meeting', `${sum(read.map(({ events }) => events))} events, ${kB(read)}`);
  say(
    '  its processes and their runs',
    `${read.length} processes, ${sum(read.map(({ runs }) => runs))} runs`,
  );
  say('  longest history of one run', `${Math.max(...read.map(({ longest }) => longest))} events`);
}

interface History {
  readonly events: number;
  readonly bytes: number;
  readonly runs: number;
  /** Events of its longest run: where it grows past 500 the process begins a new run. */
  readonly longest: number;
}

/** All runs that continued each other as new, from the latest back to the first. */
async function readHistory(client: Client, id: string): Promise<History> {
  const found = { events: 0, bytes: 0, runs: 0, longest: 0 };
  let runId: string | undefined;
  do {
    const run: temporal.api.history.v1.IHistory = await client.workflow.getHandle(id, runId).fetchHistory();
    const events = run.events ?? [];
    found.events += events.length;
    found.bytes += temporal.api.history.v1.History.encode(run).finish().length;
    found.runs += 1;
    found.longest = Math.max(found.longest, events.length);
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  } while (runId !== '');
  return found;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const kB = (histories: readonly History[]): string =>
  `${(sum(histories.map(({ bytes }) => bytes)) / 1000).toFixed(0)} kB`;

run(() => afterTheCase(look));

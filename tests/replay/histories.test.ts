import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { z } from 'zod';
import { processKinds, processPaths } from '../../src/contracts/processes';
import { createDataConverter } from '../../src/infrastructure/temporal/connection';

const folder = path.resolve(__dirname, '../histories');
const codePath = path.resolve(__dirname, '../../dist/workflow-bundle.js');

const Payload = z.object({ metadata: z.object({ encoding: z.string() }) });
const Recorded = z.object({
  workflowId: z.string(),
  events: z.array(z.looseObject({ eventType: z.string() })).min(5),
});
type Recorded = z.infer<typeof Recorded>;

const testKey = z
  .object({ id: z.string(), key: z.string().length(64) })
  .parse(JSON.parse(readFileSync(path.join(folder, 'test-key.json'), 'utf8')));

const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) =>
    readdirSync(path.join(folder, kind)).map((file) => ({ kind, file, at: path.join(folder, kind, file) })),
  );

const textOf = (at: string): string => readFileSync(at, 'utf8');
const recorded = (at: string): Recorded => Recorded.parse(JSON.parse(textOf(at)));

/** Runs today's workflow code along a history. @returns what it did otherwise than the history says, or nothing */
async function replayed({ workflowId, events }: Recorded): Promise<Error | undefined> {
  const history = historyFromJSON({ events });
  const options = {
    workflowBundle: { codePath },
    dataConverter: createDataConverter(new Map([[testKey.id, Buffer.from(testKey.key, 'hex')]])),
  };
  for await (const { error } of Worker.runReplayHistories(options, [{ workflowId, history }])) return error;
  throw new Error('Nothing was replayed');
}

describe('the recorded histories of the processes', () => {
  beforeAll(() => {
    const logger = new DefaultLogger('ERROR', () => undefined);
    Runtime.install({ logger, telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } } });
  });

  it.each(files.map(({ kind, file, at }) => [`${kind}/${file}`, at]))(
    'are walked by today’s code just as they were: %s',
    async (_name, at) => {
      expect(await replayed(recorded(at))).toBeUndefined();
    },
  );

  it('hold every process of the bundle', () => {
    const source = readFileSync(path.resolve(__dirname, '../../src/workflows/index.ts'), 'utf8');
    const exported = [...source.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name);
    expect(exported.sort()).toEqual([...processKinds].sort());
    expect([...new Set(files.map(({ kind }) => kind))].sort()).toEqual(exported.sort());
    for (const { kind, at } of files) {
      const path = processPaths[kind as keyof typeof processPaths];
      expect(recorded(at).workflowId.split('/')[0]).toBe(path);
    }
  });

  it('hold a wake in the middle of an act, an act that gave up and was tried again, and a run that continued as new', () => {
    const kinds = files.map(({ at }) => recorded(at).events.map(({ eventType }) => eventType));
    const during = (types: string[]) =>
      types.some((type, index) => {
        if (type !== 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED') return false;
        const act = types
          .slice(0, index)
          .findLastIndex((before) => before.startsWith('EVENT_TYPE_ACTIVITY_'));
        return (
          types[act] === 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED' ||
          types[act] === 'EVENT_TYPE_ACTIVITY_TASK_STARTED'
        );
      });
    const triedAgain = (types: string[]) => {
      const failed = types.indexOf('EVENT_TYPE_ACTIVITY_TASK_FAILED');
      return failed > 0 && types.indexOf('EVENT_TYPE_TIMER_FIRED', failed) > 0;
    };
    expect(kinds.some(during)).toBe(true);
    expect(kinds.some(triedAgain)).toBe(true);
    expect(kinds.some((types) => types.at(-1) === 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW')).toBe(
      true,
    );
    expect(kinds.some((types) => types.includes('EVENT_TYPE_TIMER_CANCELED'))).toBe(true);
  });

  it('are small, and nothing in them can be read but ids and codes', () => {
    expect(files.reduce((sum, { at }) => sum + statSync(at).size, 0)).toBeLessThan(1_000_000);
    for (const { at } of files) {
      JSON.parse(textOf(at), (key, value: unknown) => {
        if (key === 'payloads' && Array.isArray(value))
          for (const payload of value)
            expect(Buffer.from(Payload.parse(payload).metadata.encoding, 'base64').toString()).toBe(
              'binary/encrypted',
            );
        if (key === 'identity' || key === 'stackTrace') expect(value).toBe('');
        return value;
      });
    }
  });

  it('would tell of a process that now does another act where it did this one', async () => {
    const asked = recorded(path.join(folder, 'noticePeriod', 'liten-namnd.json'));
    const changed = otherwise(asked, '"noticePeriod.askRegistrars"', '"noticePeriod.remindBoards"');
    expect(await replayed(changed)).toBeInstanceOf(DeterminismViolationError);
  });

  it('would tell of a process that now waits where it did not', async () => {
    const acted = recorded(path.join(folder, 'substituteCall', 'liten-namnd.json'));
    const waited = otherwise(acted, '"EVENT_TYPE_TIMER_STARTED"', '"EVENT_TYPE_TIMER_FIRED"');
    expect(await replayed(waited)).toBeInstanceOf(Error);
  });
});

/** The history as another version of the process would have made it. */
function otherwise(history: Recorded, from: string, to: string): Recorded {
  const text = JSON.stringify(history);
  expect(text).toContain(from);
  return Recorded.parse(JSON.parse(text.replaceAll(from, to)));
}

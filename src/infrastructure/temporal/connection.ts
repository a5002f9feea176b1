import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { type WakeSender, WakeRefused } from '../../contracts/ports';
import { processPaths, TASK_QUEUE, workflowId } from '../../contracts/processes';
import { createCodec, type PayloadKeys } from './codec';

export const failureConverterPath = path.join(__dirname, 'failure-converter');

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
}

/** Encryption of payloads and failures, the same for clients and workers. */
export function createDataConverter(keys: PayloadKeys): DataConverter {
  return { failureConverterPath: require.resolve(failureConverterPath), payloadCodecs: [createCodec(keys)] };
}

/** A client that connects when it is first used, so that the api starts and serves though the workflow server is away. */
export function createLazyClient(
  to: TemporalAddress,
  keys: PayloadKeys,
): { client: Client; close: () => Promise<void> } {
  const connection = Connection.lazy({ address: to.address });
  const client = new Client({
    connection,
    namespace: to.namespace,
    dataConverter: createDataConverter(keys),
  });
  return { client, close: () => connection.close() };
}

const SEND_TIMEOUT = 5_000;

/** Signal-with-start: wakes the run or starts it anew; an ended id may start again (wake.md). */
export function createWakeSender(client: Client): WakeSender {
  return {
    async send(wake) {
      if (!(wake.kind in processPaths)) throw new WakeRefused(wake.kind);
      await client.connection.withDeadline(Date.now() + SEND_TIMEOUT, () =>
        client.workflow.signalWithStart(wake.kind, {
          workflowId: workflowId(wake.kind, wake.rowId),
          taskQueue: TASK_QUEUE,
          args: [{ row: wake.rowId, authority: wake.authorityId }],
          signal: 'wake',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        }),
      );
    },
  };
}

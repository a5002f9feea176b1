import { openApiDocument } from '../../src/api/rest/openapi';
import type { MeetingOffice } from '../support/builders/meetings';

/** As much of a JSON schema as ids stand in. */
interface Schema {
  type?: string;
  format?: string;
  examples?: readonly unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

interface Operation {
  operationId: string;
  tags?: string[];
  parameters?: { name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** The OpenAPI document with ids that are there, so that requests reach further than to "not found". */
export interface KnownDocument {
  readonly document: object;
  readonly operations: readonly Operation[];
}

/** Tables that are called something else than the id that leads to them. */
const tables: Readonly<Record<string, string>> = {
  itemId: 'agenda_item',
  parentId: 'agenda_item',
  extractId: 'minutes_extract',
  postingId: 'notice_posting',
  callId: 'substitute_call',
  askId: 'substitute_ask',
  requestId: 'remote_request',
  recipientId: 'dispatch_recipient',
  verifierId: 'person',
  eventId: 'presence_event',
  presidingSeatId: 'seat',
  forSeatId: 'seat',
};

/** The words of addresses that are no ids. */
const words: Readonly<Record<string, readonly string[]>> = {
  slug: ['hjalpmedelsnamnden'],
  section: ['background'],
  token: ['a'.repeat(40)],
};

/** The document of the api, with examples from an office's own rows. */
export async function knownDocument(office: MeetingOffice): Promise<KnownDocument> {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const known = new Map<string, readonly unknown[]>();
  const examplesOf = async (name: string): Promise<readonly unknown[]> => {
    const one = name.replace(/Ids$/, 'Id');
    if (!known.has(one)) known.set(one, words[one] ?? (await idsIn(office, one)));
    return known.get(one) ?? [];
  };
  const fill = async (schema: Schema | undefined, name: string): Promise<void> => {
    if (schema === undefined) return;
    const examples = schema.format === 'uuid' || name in words ? await examplesOf(name) : [];
    if (examples.length > 0) schema.examples = examples;
    // What was opened lately is in its first versions.
    if (name === 'version') schema.examples = [1, 2, 3];
    for (const [inner, value] of Object.entries(schema.properties ?? {})) await fill(value, inner);
    await fill(schema.items, name);
    for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) await fill(option, name);
  };
  for (const { parameters = [], requestBody } of operations) {
    for (const { name, schema } of parameters) await fill(schema, name);
    for (const { schema } of Object.values(requestBody?.content ?? {})) await fill(schema, '');
  }
  return { document, operations };
}

/** Some rows of the table that a name tells, whosever they are. */
async function idsIn(office: MeetingOffice, name: string): Promise<readonly string[]> {
  if (!name.endsWith('Id')) return [];
  const personal = /[pP]ersonId$/.test(name);
  const plain = name.slice(0, -2).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const table = personal ? 'person' : (tables[name] ?? plain);
  const there = await office.rows(
    `select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'id'`,
    [table],
  );
  if (there.length === 0) return [];
  const rows = await office.rows<{ id: string }>(`select id from ${table} order by id limit 4`);
  return rows.map(({ id }) => id);
}

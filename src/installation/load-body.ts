import { addDispatchRecipient } from '../commands/bodies/add-dispatch-recipient';
import { appointSeatHolder } from '../commands/bodies/appoint-seat-holder';
import { decideRulesOfProcedure } from '../commands/bodies/decide-rules-of-procedure';
import { foundBody } from '../commands/bodies/found-body';
import { setAgendaTemplate } from '../commands/meetings/plan/set-agenda-template';
import type { County } from '../contracts/case-files/county';
import type { ReadProfile } from './file/check-body';
import { InstallationFault } from './installation-fault';
import { idOf, type Names } from './names';
import type { Office } from './office';

type CountyBody = County['bodies'][number];
type SeatKind = 'member' | 'substitute';

/**
 * Enters a body: its seats, rules of procedure, agenda, holders and recipients.
 * @returns its id
 * @throws LoadFault when a command is refused; InstallationFault when the body was entered with fewer seats
 */
export async function loadBody(
  office: Office,
  body: CountyBody,
  names: Names,
  readProfile: ReadProfile,
): Promise<string> {
  const { bodyId, seatOf } = await founded(office, body, names);
  for (const rules of body.rules) {
    await office.once(
      `rules/${bodyId}/${rules.validFrom}`,
      `${body.name}, reglemente`,
      decideRulesOfProcedure,
      {
        bodyId,
        validFrom: rules.validFrom,
        decidedBy: rules.decidedBy,
        settings: { ...readProfile(rules.profile), ...rules.changes },
      },
      ({ rulesId }) => rulesId,
    );
  }
  if (body.agenda !== null) {
    const input = { bodyId, template: body.agenda };
    const what = `${body.name}, föredragningslista`;
    await office.once(`agenda/${bodyId}`, what, setAgendaTemplate, input, () => bodyId);
  }
  await seatHolders(office, body, names, seatOf);
  for (const { person, principal, ...recipient } of body.recipients) {
    await office.once(
      `recipient/${bodyId}/${recipient.name}`,
      `${body.name}, ${recipient.name}`,
      addDispatchRecipient,
      {
        ...recipient,
        bodyId,
        personId: person === null ? null : idOf(names.people, 'people', person),
        principalId: principal === null ? null : idOf(names.principals, 'principals', principal),
      },
      ({ recipientId }) => recipientId,
    );
  }
  return bodyId;
}

type SeatOf = (kind: SeatKind, ordinal: number) => string | undefined;

async function founded(
  office: Office,
  body: CountyBody,
  names: Names,
): Promise<{ readonly bodyId: string; readonly seatOf: SeatOf }> {
  const seat =
    (kind: SeatKind) =>
    (
      { principal, ...rest }: { readonly principal: string; readonly pairedWith?: number | null },
      index: number,
    ) => ({
      principalId: idOf(names.principals, 'principals', principal),
      kind,
      ordinal: index + 1,
      pairedWith: rest.pairedWith ?? null,
    });
  const input = {
    authorityId: idOf(names.authorities, 'authorities', body.authority),
    kind: body.kind,
    name: body.name,
    slug: body.slug,
    hostPrincipalId: idOf(names.principals, 'principals', body.hostPrincipal),
    principalIds: body.principals.map((principal) => idOf(names.principals, 'principals', principal)),
    seriesId: body.series === null ? null : idOf(names.series, 'series', body.series),
    seats: [...body.members.map(seat('member')), ...body.substitutes.map(seat('substitute'))],
  };
  const made = new Map<string, string>();
  const bodyId = await office.once(`body/${body.slug}`, body.name, foundBody, input, (result) => {
    for (const { kind, ordinal, seatId } of result.seats) made.set(`${kind}/${ordinal}`, seatId);
    return result.bodyId;
  });
  const seatOf: SeatOf = (kind, ordinal) =>
    made.get(`${kind}/${ordinal}`) ?? office.found(`seat/${bodyId}/${kind}/${ordinal}`);
  return { bodyId, seatOf };
}

async function seatHolders(office: Office, body: CountyBody, names: Names, seatOf: SeatOf): Promise<void> {
  const lists = [
    ['member', body.members],
    ['substitute', body.substitutes],
  ] as const;
  for (const [kind, holders] of lists) {
    for (const [index, holder] of holders.entries()) {
      const seatId = seatOf(kind, index + 1);
      if (seatId === undefined) {
        throw new InstallationFault(
          `${body.name} är redan införd med färre platser än i filen. En fil lägger inte till platser i ett organ som finns.`,
        );
      }
      const personId = idOf(names.people, 'people', holder.person);
      await office.once(
        `holder/${seatId}/${personId}/${holder.from}`,
        `${body.name}, ${holder.person}`,
        appointSeatHolder,
        {
          seatId,
          personId,
          party: holder.party,
          office: 'office' in holder ? holder.office : null,
          validFrom: holder.from,
          validTo: holder.until,
        },
        ({ seatHolderId }) => seatHolderId,
      );
    }
  }
}

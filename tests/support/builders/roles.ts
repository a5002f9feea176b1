import { randomUUID } from 'node:crypto';
import type { MeetingOffice } from './meetings';

/** Who holds none of the body's papers: ids by what they are. */
export interface Bystanders {
  readonly registrar: string;
  readonly auditor: string;
  readonly operator: string;
  readonly administrator: string;
  readonly endedSecretary: string;
  readonly endedMember: string;
}

/** People with roles around the board, and two whose secretary's role and seat in it have ended. */
export async function bystanders(office: MeetingOffice): Promise<Bystanders> {
  const newcomer = async (name: string): Promise<string> => {
    const id = randomUUID();
    await office.rows(`insert into person (id, name, email, language) values ($1, $2, $3, 'sv')`, [
      id,
      name,
      `${id}@vasterdal.example`,
    ]);
    return id;
  };
  const holding = async (
    name: string,
    role: string,
    scope: readonly [kind: string, id: string | null],
    to: string | null = null,
  ): Promise<string> => {
    const id = await newcomer(name);
    await office.rows(
      `insert into role_assignment (id, person_id, role, scope_kind, scope_id, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, '2023-01-01', $6)`,
      [randomUUID(), id, role, ...scope, to],
    );
    return id;
  };
  const body = ['body', office.body] as const;
  const installation = ['installation', null] as const;
  const endedMember = await newcomer('Gösta Bryntesson');
  await office.rows(
    `insert into seat_holder (id, seat_id, person_id, party, valid_from, valid_to)
     select $1, id, $2, 'Bygdepartiet', '2019-01-01', '2022-12-31' from seat where body_id = $3 order by ordinal limit 1`,
    [randomUUID(), endedMember, office.body],
  );
  return {
    registrar: await holding('Kerstin Mobäck', 'registrar', ['principal', office.region]),
    auditor: await holding('Torsten Ekvall', 'auditor', body),
    operator: await holding('Johan Stensrud', 'operator', installation),
    administrator: await holding('Solveig Nyrén', 'administrator', installation),
    endedSecretary: await holding('Rut Almgren', 'secretary', body, '2025-12-31'),
    endedMember,
  };
}

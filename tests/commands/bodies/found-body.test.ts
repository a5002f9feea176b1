import { createAuthority } from '../../../src/commands/bodies/create-authority';
import { createNumberSeries } from '../../../src/commands/bodies/create-number-series';
import { createPrincipal } from '../../../src/commands/bodies/create-principal';
import { foundBody } from '../../../src/commands/bodies/found-body';
import { registerPerson } from '../../../src/commands/people/register-person';
import { emptyInstallation, system, type EmptyInstallation } from '../../support/builders/bodies';

const address = (name: string) => ({
  mailbox: `myndighetsbrevlada@${name}.example`,
  noticeBoardAddress: `https://www.${name}.example/anslagstavla`,
  noticeBoardHostedHere: false,
  orgNumber: null,
  population: null,
});

describe('founding a body', () => {
  let office: EmptyInstallation;
  let authorityId: string;
  let region: string;
  let almby: string;
  let slugs = 0;
  beforeAll(async () => {
    office = await emptyInstallation();
    const authority = { name: 'Gemensam nämnd', kind: 'board', orgNumber: null };
    const made = await office.run(createAuthority, system, authority);
    authorityId = made.ok ? made.result.authorityId : '';
    const principal = async (name: string, kind: string) => {
      const done = await office.run(createPrincipal, system, { authorityId, name, kind, ...address(name) });
      return done.ok ? done.result.principalId : '';
    };
    region = await principal('region', 'region');
    almby = await principal('almby', 'municipality');
  });
  afterAll(() => office.close());

  const seat = (
    principalId: string,
    kind: 'member' | 'substitute',
    ordinal: number,
    pairedWith?: number,
  ) => ({
    principalId,
    kind,
    ordinal,
    pairedWith: pairedWith ?? null,
  });
  const found = (change: object = {}) => {
    slugs += 1;
    return office.run(foundBody, system, {
      authorityId,
      kind: 'jointBoard',
      name: 'Gemensam nämnd',
      slug: `namnd-${slugs}`,
      hostPrincipalId: region,
      principalIds: [region, almby],
      seriesId: null,
      seats: [
        seat(region, 'member', 1),
        seat(almby, 'member', 2),
        seat(region, 'substitute', 1, 1),
        seat(almby, 'substitute', 2, 2),
      ],
      ...change,
    });
  };

  it('keeps its principals in order and pairs substitutes with the member seats they belong to', async () => {
    const done = await found();
    if (!done.ok) throw new Error(done.code);
    const { bodyId } = done.result;
    expect(
      await office.rows('select principal_id from body_principal where body_id = $1 order by ordinal', [
        bodyId,
      ]),
    ).toEqual([{ principal_id: region }, { principal_id: almby }]);
    const pairs = await office.rows(
      `select s.ordinal, m.ordinal as member from seat s join seat m on m.id = s.paired_seat_id where s.body_id = $1 order by 1`,
      [bodyId],
    );
    expect(pairs).toEqual([
      { ordinal: 1, member: 1 },
      { ordinal: 2, member: 2 },
    ]);
  });

  it.each([
    [
      'substitutes-not-as-many-as-members',
      () => ({ seats: [seat(region, 'member', 1), seat(almby, 'member', 2), seat(region, 'substitute', 1)] }),
    ],
    [
      'principal-without-member',
      () => ({
        seats: [
          seat(region, 'member', 1),
          seat(region, 'member', 2),
          seat(region, 'substitute', 1),
          seat(almby, 'substitute', 2),
        ],
      }),
    ],
    [
      'principal-without-substitute',
      () => ({
        seats: [
          seat(region, 'member', 1),
          seat(almby, 'member', 2),
          seat(region, 'substitute', 1),
          seat(region, 'substitute', 2),
        ],
      }),
    ],
    [
      'paired-seat-unknown',
      () => ({
        seats: [
          seat(region, 'member', 1),
          seat(almby, 'member', 2),
          seat(region, 'substitute', 1, 9),
          seat(almby, 'substitute', 2),
        ],
      }),
    ],
    ['host-not-among-principals', () => ({ principalIds: [almby] })],
    ['seat-of-other-principal', () => ({ principalIds: [region] })],
    ['body-name-taken', () => ({ slug: 'namnd-1' })],
    ['not-found', () => ({ authorityId: '00000000-0000-7000-8000-000000000000' })],
  ])('is refused with %s, and leaves nothing but the audit row', async (code, change) => {
    const before = await office.rows('select id from body');
    expect(await found(change())).toMatchObject({ ok: false, code });
    expect(await office.rows('select id from body')).toEqual(before);
    const [last] = await office.rows<{ act: string; result: string; code: string }>(
      'select act, result, code from audit_event order by seq desc limit 1',
    );
    expect(last).toEqual({ act: 'foundBody', result: 'refused', code });
  });

  it('may be short of substitutes where municipal law does not govern it', async () => {
    expect(await found({ kind: 'council', seats: [seat(region, 'member', 1)] })).toMatchObject({ ok: true });
  });

  it('takes no number series of another authority', async () => {
    const other = await office.run(createAuthority, system, {
      name: 'Almby kommun',
      kind: 'municipality',
      orgNumber: null,
    });
    const series = await office.run(createNumberSeries, system, {
      authorityId: other.ok ? other.result.authorityId : '',
      code: 'AK',
      name: 'Almby',
      pattern: 'AK{yy}{nnnn}',
      keptHere: true,
    });
    const seriesId = series.ok ? series.result.seriesId : '';
    expect(await found({ seriesId })).toMatchObject({ code: 'series-of-other-authority' });
  });

  it('goes on with a series where an earlier register ended, and takes no code twice', async () => {
    const series = {
      authorityId,
      code: 'HMC',
      name: 'Diariet',
      pattern: 'HMC{yy}{nnnn}',
      keptHere: true,
      next: { '2024': 16 },
    };
    const done = await office.run(createNumberSeries, system, series);
    expect(done).toMatchObject({ ok: true });
    expect(await office.rows('select period, next from number_counter')).toEqual([
      { period: '2024', next: 16 },
    ]);
    expect(await office.run(createNumberSeries, system, series)).toMatchObject({ code: 'series-code-taken' });
    const without = { ...series, code: 'X', pattern: 'X{yy}' };
    expect(await office.run(createNumberSeries, system, without)).toMatchObject({ ok: false });
  });

  it('is nothing that a person without the role of administrator may do', async () => {
    const person = {
      authorityId,
      name: 'Nils Fager',
      email: 'nils.fager@region.example',
      phone: null,
      title: null,
      unit: null,
      language: 'sv',
      password: null,
    };
    const done = await office.run(registerPerson, system, person);
    const actor = { kind: 'person', personId: done.ok ? done.result.personId : '' } as const;
    const input = { name: 'Annan nämnd', kind: 'board', orgNumber: null };
    expect(await office.run(createAuthority, actor, input)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(
      await office.run(registerPerson, system, { ...person, email: 'NILS.FAGER@region.example' }),
    ).toMatchObject({ code: 'email-taken' });
    expect(
      await office.run(registerPerson, system, { ...person, email: 'n@region.example', password: 'kort' }),
    ).toMatchObject({ code: 'password-too-short' });
  });
});

/** The smallest case that has everything: two principals, four people, two acts. */
export function smallCase() {
  const seat = (principal: string, person: string) => ({ principal, party: 'S', person, from: '2023-01-01' });
  const principal = (name: string, kind: string) => ({
    name,
    authority: name,
    kind,
    mailbox: `brev@${name.toLowerCase()}.example`,
    noticeBoardAddress: `https://www.${name.toLowerCase()}.example/anslag`,
  });
  return {
    name: 'Prov',
    starts: '2026-01-26 08:00',
    days: { meeting: '2026-02-20' },
    words: { year: '2026', yy: '26' },
    county: {
      name: 'Provlän',
      authorities: [
        { name: 'Nämnden', kind: 'board' },
        { name: 'Regionen', kind: 'region' },
        { name: 'Almby', kind: 'municipality' },
      ],
      principals: [principal('Regionen', 'region'), principal('Almby', 'municipality')],
      series: [{ code: 'N', name: 'Diariet', pattern: 'N{yy}{nnnn}', keptHere: true, authority: 'Nämnden' }],
      people: ['Anna Ek', 'Bo Al', 'Cia Lind', 'Dan Ask'].map((name) => ({
        name,
        email: `${name.split(' ')[0]!.toLowerCase()}@prov.example`,
      })),
      bodies: [
        {
          name: 'Nämnden',
          slug: 'namnden',
          kind: 'jointBoard',
          authority: 'Nämnden',
          hostPrincipal: 'Regionen',
          principals: ['Regionen', 'Almby'],
          series: 'N',
          rules: [
            {
              profile: 'jointBoard',
              changes: {} as Record<string, unknown>,
              validFrom: '2023-01-01',
              decidedBy: 'Fullmäktige § 1',
            },
          ],
          members: [
            { ...seat('Regionen', 'Anna Ek'), office: 'chair' },
            { ...seat('Almby', 'Bo Al'), office: 'viceChair' },
          ],
          substitutes: [seat('Regionen', 'Cia Lind'), seat('Almby', 'Dan Ask')],
        },
      ],
      roles: [{ person: 'Anna Ek', role: 'secretary', body: 'namnden', from: '2023-01-01' }],
    },
    acts: [
      {
        at: '2026-01-26 09:00',
        who: 'Anna Ek',
        does: 'planMeetings',
        with: { bodyId: '@body:namnden', year: 2026, days: ['{meeting}'] } as Record<string, unknown>,
      },
      {
        at: '2026-01-27 09:00',
        who: 'Anna Ek',
        does: 'changeItem',
        with: { itemId: '@item:1', title: 'Sammanträdet {meeting.lång}, år {year}' } as Record<
          string,
          unknown
        >,
      },
    ],
  };
}

/** Meetings: plan, agenda, summons and papers. */
export const meetings = {
  // what changed between two versions of an agenda
  changeAdded: 'Punkt {item} har tillkommit: {title}.',
  changeWithdrawn: 'Punkt {item} har utgått: {title}.',
  changeRemoved: 'Punkten {title} är borttagen.',
  changeClosed: 'Punkt {item} behandlas bakom stängda dörrar.',
  changeOpened: 'Punkt {item} är inte längre stängd.',
  changeMoved: 'Punkt {item} har fått en annan plats: {title}.',
  changeRetitled: 'Punkt {item} har ny rubrik: {title}.',
  changeKind: 'Punkt {item} har ändrat slag: {title}.',
  changeProposal: 'Förslaget till beslut i punkt {item} är ändrat: {title}.',
  changeDocuments: 'Handlingarna till punkt {item} är ändrade: {title}.',
  changeText: 'Texten i punkt {item} är ändrad: {title}.',
  // what the package lacks
  lacksProposal: 'Punkt {item} saknar förslag till beslut',
  lacksPapers: 'Punkt {item} saknar beslutsunderlag',
  lacksFile: 'Punkt {item}: {document} är inte klar',
} as const;

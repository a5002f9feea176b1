/** Titles of the pages that law asks every site to have. Their texts are templates, one per language. */
export const legal = {
  accessibilityTitle: 'Tillgänglighetsredogörelse',
  accessibilityLead: 'Så tillgänglig är tjänsten, vad som brister och hur du säger till.',
  privacyTitle: 'Så behandlas personuppgifter',
  privacyLead: 'Vem som ansvarar, vad som behandlas, varför, hur länge, och vilka rättigheter du har.',
} as const;

/** Twelve texts as officials write them: one for each thing that is easy to lose. */
export const texts: Readonly<Record<string, string>> = {
  headings:
    '## Ärendet i korthet\n\nNämnden föreslås **anta** förslaget till *riktlinjer* – med stöd av 5 kap. 1 § kommunallagen (2017:725).\n\n### Bakgrund\n\nKostnaden är 1 250 000 kr, dvs. ***högst 12,5 %*** av ramen.\n',
  nestedPoints:
    'Underlaget består av:\n\n- Tjänsteskrivelse\n- Bilagor\n  - Bilaga A, karta\n  - Bilaga B\n    - Del 1\n- Protokollsutdrag\n  1. Från nämnden\n  2. Från utskottet\n     - med reservation\n',
  decisionPoints:
    'Nämnden beslutar\n\n1. att anta *Riktlinjer för utprovning*,\n2. att upphäva beslutet av den 3 mars 2019, § 44, samt\n3. att uppdra åt verksamhetschefen\n   1. att informera huvudmännen\n   2. att återkomma senast den 30 juni.\n\nVidare beslutar nämnden\n\n4. att förklara paragrafen omedelbart justerad.\n',
  table:
    '| Verksamhet | Budget 2026 | Utfall | Anmärkning |\n| :--- | ---: | :---: | --- |\n| Uthyrning | 12 500 | **13 100** | Se *bilaga 2* |\n| Rekond \\| skrot | 4 000 | 3 950 | A \\| B |\n| Konsulter |  | 0 | [länk](https://example.se/a?b=1&c=2) |\n',
  hardBreaks:
    'Hjälpmedelscentrum\\\nVerkstadsgatan 2\\\n722 00 Västerdal\n\nMed vänlig hälsning\\\n**Frida Westerlid**\n',
  signs:
    '1\\. Detta är ingen lista.\n\n2026\\. Året då planen antas.\n\n\\# 12 är ingen rubrik, och 5 \\* 3 \\* 2 är inte kursivt.\n\nAnge \\<namn> samt AT\\&T & Co; villkor a < b > c.\n\n\\> Inte ett citat. Backsteg \\\\ och \\_kvar\\_.\n',
  links:
    'Läs [kommunallagen](https://example.se/lag/2017:725) och [§ 4](/arenden/hmc-12#p4 "Protokoll"). Skriv till <registrator@example.se> eller <https://example.se/kontakt>.\n\n**[Hela länken fet](https://example.se/)**\n',
  quotes: 'Yttrandet lyder:\n\n> Nämnden tillstyrker.\n>\n> - Punkt ett\n>\n> > Inre citat.\n>\n> Slut.\n',
  mixed:
    '1. Första\n\n   Andra stycket.\n\n2. Andra\n\n   - inre\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n> 1. Citerad lista\n',
  memo: '# Förslag\n\n1. att godkänna rapporten, och\n2. att överlämna den.\n\n## Sammanfattning\n\nUnderskott om **2,3 mnkr**.\n\n---\n\nBeslutet skickas till:\\\nHuvudmännen\n',
  emphasis:
    '**Beslut:** bifall. *Obs!* Gäller **inte** *bilaga* 3.\n\n**Fet med *kursiv* inuti** och *kursiv med **fet** inuti*.\n\nOrd**del**ning.\n',
  looseLists:
    '- Första punkten är lång.\n\n- Andra punkten har\n\n  två stycken.\n\nStycke emellan.\n\n10. Tionde\n11. Elfte\n12. Tolfte\n',
};

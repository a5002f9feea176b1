/** The page that shows every component. */
export const examples = {
  title: 'Komponenter',
  lead: 'Alla delar som sidorna byggs av, i alla lägen. Exemplen är påhittade.',
} as const;

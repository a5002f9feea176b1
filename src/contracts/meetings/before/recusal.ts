import { z } from 'zod';
import { recusalDeciders, recusalGrounds } from '../../../domain/meetings/session/recusal';

export const DeclareRecusal = z
  .strictObject({
    itemId: z.uuid(),
    personId: z.uuid(),
    ground: z.enum(recusalGrounds),
    note: z.string().trim().max(2000).default(''),
    decidedBy: z
      .enum(recusalDeciders)
      .default('self')
      .meta({ description: 'bodyDismissed: the body has found that the person is not recused (KL 6:30).' }),
  })
  .meta({
    description: 'Records a conflict of interest for one item: no papers, presence or vote (KL 6:28-30).',
  });
export type DeclareRecusal = z.infer<typeof DeclareRecusal>;

export const WithdrawRecusal = z.strictObject({ recusalId: z.uuid(), version: z.int() }).meta({
  description:
    'Takes back a recusal: by the person concerned until the item is taken up, by the secretary before it is decided.',
});
export type WithdrawRecusal = z.infer<typeof WithdrawRecusal>;

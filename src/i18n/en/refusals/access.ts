import type { accessRefusals } from '../../../domain/refusals/access';

export const access: Record<keyof typeof accessRefusals, string> = {
  'sign-in-needed': 'You need to sign in to do this. After signing in you come back here.',
  'not-allowed':
    'Your role does not allow this. It may be done by: {who}. Contact the secretary if your role is wrong.',
  'role-ended': 'Your role as {role} was valid until {day}. Contact the secretary if it has been prolonged.',
  'recused-from-item':
    'You are recused from this item and may not take part, be present or read its papers (Local Government Act 6:28 and 6:30). Contact the secretary if this is wrong.',
  'form-expired': 'The form was open for too long. What you wrote is kept below. Send it again.',
  'foreign-origin':
    'The request came from another site and was not accepted. Open the page here in Samråd and redo it there.',
  'form-waited':
    'Your session had ended while you wrote. You are signed in again and all you wrote is kept below. Send it again.',
  'file-not-kept':
    'Your session had ended. Your text is kept below, but files cannot be kept meanwhile. Choose the file again and send.',
};

import type { dispatchRefusals } from '../../../domain/refusals/dispatch';

export const dispatch: Record<keyof typeof dispatchRefusals, string> = {
  'extracts-certified-already':
    'Protokollsutdragen är redan bestyrkta och skickade. Se vilka som har svarat på sidan Expediering.',
  'nothing-to-dispatch':
    'Ingen beslutad punkt har mottagare i ”Expedieras till”, så det finns inget att skicka. Ange mottagare på punkten nästa gång.',
  'recipient-without-address':
    '{recipient} saknar e-postadress, så utdraget kan inte skickas dit. Lägg in adressen, eller ta bort mottagaren från ”Expedieras till”.',
  'dispatch-group-empty':
    'Sändlistan ”{group}” har inga mottagare den {day}. Rätta listan, eller välj mottagare var för sig.',
  'reply-day-passed':
    'Dagen då mottagarna ska ha svarat, {day}, är i dag eller har passerat. Välj en senare dag, eller lämna fältet tomt.',
  'extract-not-sent-yet':
    'Utdraget håller på att göras och skickas av sig självt. Vänta tills det har gått iväg.',
  'receipt-confirmed-already': 'Mottagandet är redan bekräftat. Du behöver inte göra något mer.',
  'reply-recorded-already': 'Ett svar är redan antecknat. Kontakta sekreteraren om det behöver kompletteras.',
  'dispatch-settled-already':
    'Mottagaren har redan bekräftat, eller så är raden avslutad. Det finns inget att ändra.',
};

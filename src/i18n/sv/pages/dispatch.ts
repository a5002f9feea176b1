export const dispatch = {
  certifiedReceipt: 'Protokollsutdragen är bestyrkta och skickas till {recipients} mottagare.',
  receivedReceipt: 'Tack, mottagandet är bekräftat.',
  replyReceipt: 'Svaret är antecknat.',
  closedReceipt: 'Raden är avslutad med ditt skäl.',
  againReceipt: 'Utdraget skickas på nytt.',
};

export const notice = {
  dayReceipt: 'Den gemensamma anslagsdagen är ändrad.',
  confirmedReceipt: 'Anslaget är bekräftat. Överklagandetiden räknas från den sista tavlan som bekräftas.',
  correctedReceipt: 'Anslagsdagen är rättad. Det som stod förut finns kvar i historiken.',
  missingReceipt: 'Det är noterat att anslaget saknas. En ny full tid räknas när det sitter uppe igen.',
  restoredReceipt: 'Det är noterat att anslaget sitter uppe igen.',
  downReceipt: 'Det är noterat att anslaget är nedtaget.',
  courtReceipt: 'Förvaltningsrättens svar är antecknat.',
};

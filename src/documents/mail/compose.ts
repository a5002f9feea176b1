import Handlebars from 'handlebars';
import type { MailTemplate } from '../../domain/notifications/mail-templates';
import { mails as en } from '../../i18n/en/mails';
import { factsInWords } from '../../i18n/facts';
import { fillText } from '../../i18n/fill';
import type { Language } from '../../i18n/languages';
import { mails as sv } from '../../i18n/sv/mails';

export interface MailToCompose {
  readonly template: MailTemplate;
  readonly language: Language;
  /** Facts of the words; days 'YYYY-MM-DD', with or without ' HH:MM', become words of the language; `link` is the local path of the one button. */
  readonly data: Readonly<Record<string, string | number>>;
}

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const footer: Record<Language, string> = {
  sv: 'Brevet är skickat av Samråd. Det innehåller inga handlingar och inga personuppgifter; det du behöver finns bakom länken.',
  en: 'This letter was sent by Samråd. It holds no papers and no personal data; what you need is behind the link.',
};

/**
 * Makes the words of a letter.
 * @param publicUrl the installation's address, which the link starts with
 * @param layout source of templates/mails/letter.hbs
 */
export function createMailComposer(publicUrl: string, layout: string): (mail: MailToCompose) => ComposedMail {
  const render = Handlebars.compile(layout, { strict: true, noEscape: false });
  return ({ template, language, data }) => {
    const words = (language === 'sv' ? sv : en)[template];
    const facts = factsInWords(language, data);
    const subject = fillText(words.subject, facts);
    const paragraphs = words.paragraphs.map((paragraph) => fillText(paragraph, facts));
    const url = new URL(String(data['link'] ?? '/'), publicUrl).href;
    const text = [...paragraphs, `${words.link}: ${url}`, '-- ', footer[language]].join('\n\n');
    return {
      subject,
      text,
      html: render({ language, subject, paragraphs, url, linkText: words.link, footer: footer[language] }),
    };
  };
}

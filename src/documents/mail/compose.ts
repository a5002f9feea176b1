import Handlebars from 'handlebars';
import type { MailTemplate } from '../../domain/notifications/mail-templates';
import { isClockTime } from '../../domain/time/stockholm';
import { clockText } from '../../i18n/dates';
import { mails as en } from '../../i18n/en/mails';
import { factsInWords } from '../../i18n/facts';
import { fillText } from '../../i18n/fill';
import type { Language } from '../../i18n/languages';
import { listText } from '../../i18n/numbers';
import { mails as sv, type MailText } from '../../i18n/sv/mails';

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

/** What the morning's letter tells of a letter that was gathered into it. */
export type PartOfMail = Pick<MailToCompose, 'template' | 'data'>;

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly url: string;
  readonly linkText: string;
}

/**
 * Makes the words of a letter, and of those that were gathered into it.
 * @param publicUrl the installation's address, which the links start with
 * @param layout source of templates/mails/letter.hbs
 */
export function createMailComposer(
  publicUrl: string,
  layout: string,
): (mail: MailToCompose, within?: readonly PartOfMail[]) => ComposedMail {
  const render = Handlebars.compile(layout, { strict: true, noEscape: false });
  const wordsOf = ({ template, language, data }: MailToCompose): Words => {
    const words = (language === 'sv' ? sv : en)[template];
    const facts = factsInWords(language, data);
    return {
      subject: fillText(words.subject, facts),
      paragraphs: [
        ...withPlannedTimes(
          language,
          words,
          words.paragraphs.map((paragraph) => fillText(paragraph, facts)),
          data['plannedTimes'],
        ),
        ...(words.replyBy === undefined || data['replyDay'] === undefined
          ? []
          : [fillText(words.replyBy, facts)]),
      ],
      url: new URL(String(data['link'] ?? '/'), publicUrl).href,
      linkText: words.link,
    };
  };
  return (mail, within = []) => {
    const { language } = mail;
    const letter = wordsOf(mail);
    const parts = within.map((part) => wordsOf({ ...part, language }));
    const text = [
      ...letter.paragraphs,
      ...parts.flatMap((part) => [`• ${part.subject}`, ...inText(part)]),
      linkOf(letter),
      '-- ',
      footer[language],
    ].join('\n\n');
    return {
      subject: letter.subject,
      text,
      html: render({ language, ...letter, parts, footer: footer[language] }),
    };
  };
}

/** M-3: the planned times of the items that the reader is called to stand after the first paragraph. */
function withPlannedTimes(
  language: Language,
  { plannedTimes }: MailText,
  paragraphs: readonly string[],
  data: string | number | undefined,
): readonly string[] {
  if (plannedTimes === undefined || data === undefined) return paragraphs;
  const times = String(data)
    .split(', ')
    .map((each) => {
      const [item = '', time = ''] = each.split(' ');
      return fillText(plannedTimes.each, {
        item,
        time: isClockTime(time) ? clockText(language, time) : time,
      });
    });
  const sentence = fillText(plannedTimes.paragraph, { times: listText(language, times) });
  return [...paragraphs.slice(0, 1), sentence, ...paragraphs.slice(1)];
}

function inText(part: Words): string[] {
  return [...part.paragraphs, linkOf(part)];
}

function linkOf({ linkText, url }: Words): string {
  return `${linkText}: ${url}`;
}

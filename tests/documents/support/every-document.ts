import type { RenderedDocument } from '../../../src/documents/document-frame';
import { renderMinutes } from '../../../src/documents/meetings/minutes';
import { renderMinutesExtract } from '../../../src/documents/meetings/minutes-extract';
import { renderNotice } from '../../../src/documents/meetings/notice';
import { renderNoticeCertificate } from '../../../src/documents/meetings/notice-certificate';
import { renderOfficialMemo } from '../../../src/documents/meetings/official-memo';
import { renderSummons } from '../../../src/documents/meetings/summons';
import { certificate, extract, memo, minutes, notice, summons } from './meeting-2026-02-20';
import { MOMENT } from './showcase';

export const options = { createdAt: MOMENT, linkBase: 'https://samrad.example.se', embedData: true } as const;

/** Every kind of document, made of the meeting of 20 February 2026. */
export const everyDocument: readonly (readonly [kind: string, render: () => Promise<RenderedDocument>])[] = [
  ['kallelse', () => renderSummons(summons, options)],
  ['tjansteskrivelse', () => renderOfficialMemo(memo, options)],
  ['protokoll', () => renderMinutes(minutes, options)],
  ['protokollsutdrag', () => renderMinutesExtract(extract, options)],
  ['anslag', () => renderNotice(notice, options)],
  ['anslagsbevis', () => renderNoticeCertificate(certificate, options)],
];

/** How a mail server tells that it has given a letter up (RFC 3464), as Postfix writes it. */
export interface Return {
  readonly messageId: string;
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
}

export function returnedLetter({
  messageId,
  to = 'ledamot@almby.example',
  action = 'failed',
  status = '5.1.1',
}: Return): string {
  return crlf(`From: MAILER-DAEMON@mx.almby.example (Mail Delivery System)
To: studsar@samrad.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-Id: <20260206100000.1@mx.almby.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grans"

--grans
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<${to}>: user unknown

--grans
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.almby.example
Arrival-Date: Fri,  6 Feb 2026 09:00:00 +0100 (CET)

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 user
    unknown

--grans
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: =?utf-8?Q?Samr=C3=A5d?= <samrad@samrad.example>
To: ${to}
Subject: Kallelse
Message-ID:
 ${messageId}
MIME-Version: 1.0
Content-Type: text/plain

Se <annan@brev.example>

--grans--
`);
}

/** The same from a server that sends the headers alone, and answers the letter (Exchange does). */
export function returnedHeaders({ messageId, to = 'ledamot@almby.example' }: Return): string {
  return crlf(`From: postmaster@almby.example
To: studsar@samrad.example
Subject: Undeliverable: Kallelse
In-Reply-To: ${messageId}
References: ${messageId}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grans"

--grans
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

TGV2ZXJlcmFzIGludGUK

--grans
Content-Type: message/delivery-status

Reporting-MTA: dns;mail.almby.example

Final-Recipient: rfc822;${to}
Action: failed
Status: 5.2.2

--grans
Content-Type: text/rfc822-headers

Subject: Kallelse

--grans--
`);
}

/** A reply by nobody's hand: on holiday. */
export const awayReply = (messageId: string): string =>
  crlf(`From: ledamot@almby.example
To: studsar@samrad.example
Subject: Automatiskt svar: Kallelse
Auto-Submitted: auto-replied
In-Reply-To: ${messageId}
Content-Type: text/plain; charset=utf-8

Jag har semester till den 2 mars.
`);

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

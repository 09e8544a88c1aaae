/** E-mail by SMTP. The Message-ID is made of the message's own, so that a second copy can be known as one; still none is sent by itself. */
import type { Transporter } from 'nodemailer';
import type { Message, Messenger, Sent } from '../messenger.ts';

export type SmtpSetup = {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly secret: string | null;
  readonly from: string;
  readonly timeoutMs: number;
};

export function createEmail({ host, port, security, user, secret, from, timeoutMs }: SmtpSetup): Messenger {
  // Comes with the first letter: a house that sends none does not carry it.
  let opened: Promise<Transporter> | undefined;
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user === '' ? {} : { auth: { user, pass: secret ?? '' } }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // Nothing of a message comes from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? host;
  return {
    repeatableMs: 0,
    async send(to, message) {
      try {
        opened ??= open();
        await (
          await opened
        ).sendMail({
          from,
          // As an object: whatever stands in the text cannot become a second recipient.
          to: { name: '', address: to },
          subject: message.title,
          text: textOf(message),
          html: htmlOf(message),
          messageId: `<${message.id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { kind: 'sent' };
      } catch (error) {
        return toldBy(error as SmtpTrouble);
      }
    },
    close: () => void opened?.then((transport) => transport.close()),
  };
}

type SmtpTrouble = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly syscall?: string;
  readonly timeoutType?: string;
};

/** The server answers each command; once it has been spoken to, its silence says nothing of what it has taken. */
function toldBy({ code = '', responseCode, syscall, timeoutType }: SmtpTrouble): Sent {
  const detail = responseCode === undefined ? code : String(responseCode);
  if (code === 'EAUTH') return { kind: 'refused', trouble: 'wrongCredentials', detail };
  if (responseCode !== undefined) {
    // Said no: 4xx asks for patience, 5xx is for good.
    if (responseCode < 500)
      return { kind: 'later', trouble: responseCode === 421 ? 'otherTrouble' : 'tooMany', detail };
    return { kind: 'refused', trouble: code === 'EENVELOPE' ? 'noSuchRecipient' : 'otherRefused', detail };
  }
  if (code === 'EENVELOPE') return { kind: 'refused', trouble: 'noSuchRecipient', detail };
  const neverConnected =
    code === 'EDNS' ||
    code === 'ETLS' ||
    syscall === 'connect' ||
    timeoutType === 'CONNECT_TIMEOUT' ||
    timeoutType === 'GREETING_TIMEOUT';
  if (neverConnected) return { kind: 'later', trouble: 'notConnected', detail };
  return { kind: 'unknown', trouble: code === 'ETIMEDOUT' ? 'timeout' : 'otherTrouble', detail };
}

const textOf = (message: Message): string =>
  [
    message.lead,
    '',
    ...message.lines.flatMap((line) => [line.text, line.link, '']),
    `${message.open} ${message.link}`,
    '',
    message.foot,
  ].join('\n');

const safe = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** Plain enough for any program: a sentence, lines that are links, nothing fetched from anywhere. */
const htmlOf = (message: Message): string => `<!doctype html><meta charset="utf-8">
<body style="font:16px/1.7 sans-serif;color:#1C1F1E">
<p>${safe(message.lead)}</p>
${message.lines.map((line) => `<p><a href="${safe(line.link)}" style="color:#0F5B5E">${safe(line.text)}</a></p>`).join('\n')}
<p><a href="${safe(message.link)}" style="color:#0F5B5E">${safe(message.open)}</a></p>
<p style="color:#666C69;font-size:13px">${safe(message.foot)}</p>
</body>`;

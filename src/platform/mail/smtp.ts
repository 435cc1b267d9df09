import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Letter } from './outbox.ts'

/** `sent` went to a mail server; `filed` lies in the data folder because there is none. */
export type Sent = 'sent' | 'filed'
export type Send = (letter: Letter) => Promise<Sent>

export interface MailConfig {
  smtpUrl: string | null
  mailFrom: string
  dataDir: string
}

/** How letters leave this house: by SMTP_URL, or as .eml files under the data folder. */
export const senderOf = (config: MailConfig): Send =>
  config.smtpUrl ? smtpSender(config.smtpUrl, config.mailFrom) : fileSender(config.dataDir, config.mailFrom)

function smtpSender(url: string, from: string): Send {
  const transport = createTransport({
    url,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    dnsTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (letter) => {
    await transport.sendMail(messageOf(letter, from))
    return 'sent'
  }
}

function fileSender(dataDir: string, from: string): Send {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return async (letter) => {
    const { message } = await transport.sendMail(messageOf(letter, from))
    const folder = join(dataDir, 'mail')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, `${letter.id}.eml`), message as Buffer, { mode: 0o600 })
    return 'filed'
  }
}

/** Names and addresses as objects, so that nothing typed is read as another address or header. */
export const messageOf = (letter: Letter, from: string): SendMailOptions => ({
  messageId: letter.messageId,
  from,
  to: { name: letter.toName, address: letter.toAddress },
  subject: letter.subject,
  text: letter.body,
  textEncoding: 'base64',
  date: new Date(letter.createdAt),
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...filesOf(letter),
})

/** A calendar file with a method is an answer to act on: mail programs want it beside the text, not only as a file. */
function filesOf({ attachments }: Letter): Pick<SendMailOptions, 'attachments' | 'icalEvent'> {
  const methodOf = ({ mime }: { mime: string }) => /^text\/calendar\b.*\bmethod=([A-Z]+)/i.exec(mime)?.[1]
  const event = attachments.find(methodOf)
  const files = attachments.filter((file) => file !== event)
  return {
    attachments: files.map(({ name, mime, base64 }) => ({
      filename: name,
      contentType: mime,
      content: Buffer.from(base64, 'base64'),
    })),
    ...(event && {
      icalEvent: {
        method: methodOf(event),
        filename: event.name,
        content: Buffer.from(event.base64, 'base64').toString('utf8'),
      },
    }),
  }
}

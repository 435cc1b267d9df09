import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Chance } from './chance.ts'

/** A mail server that keeps every Message-ID it ever took, and now and then is slow to say so. */
export interface PostOffice {
  url: string
  taken: string[]
  /** Comes true while the next letter is taken in and not yet confirmed. */
  hesitation(): Promise<void>
  close(): void
}

export async function openPostOffice(chance: Chance): Promise<PostOffice> {
  const taken: string[] = []
  let waiting: (() => void) | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (bytes: Buffer) => (text += bytes.toString('utf8')))
      stream.on('end', () => {
        taken.push(/^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? 'without Message-ID')
        const watched = waiting
        waiting = null
        watched?.()
        const slow = watched ? 1500 : chance() < 0.3 ? 100 + chance.below(400) : 0
        setTimeout(done, slow)
      })
    },
  })
  // A client that is killed leaves a broken connection; that is what happens here.
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    hesitation: () =>
      new Promise((come) => {
        waiting = come
      }),
    close: () => server.close(),
  }
}

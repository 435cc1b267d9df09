import type { Response } from 'express'
import type { Call } from './call.ts'
import { writeCookie } from './cookies.ts'
import { drawView } from './draw.ts'
import type { PageBase, Reply } from './reply.ts'
import { sendEvents } from './stream.ts'

interface Framing {
  secure: boolean
  frame(call: Call | null, props: PageBase): Promise<{ shell: object }>
}

const LAYOUTS = { full: 'layout/page', plain: 'layout/plain', bare: 'layout/bare' } as const

/** The one place that turns a reply into Express's words. */
export async function sendReply(house: Framing, call: Call, reply: Reply, res: Response): Promise<void> {
  for (const cookie of reply.cookies ?? []) res.append('Set-Cookie', writeCookie(cookie, house.secure))
  if (reply.type !== 'file') res.setHeader('Cache-Control', 'no-store')
  switch (reply.type) {
    case 'redirect':
      if (reply.notice)
        res.append('Set-Cookie', writeCookie({ name: 'notice', value: reply.notice, maxAge: 60 }, house.secure))
      // A script that sends files with a progress bar goes there itself: following here would use up the notice.
      if (call.headsOn) res.setHeader('X-Go-To', reply.to).status(200).type('text/plain').send('')
      else res.redirect(303, reply.to)
      return
    case 'text':
      res.status(reply.status).type('text/plain').send(reply.text)
      return
    case 'file':
      sendFile(reply, res)
      return
    case 'events':
      sendEvents(reply, res)
      return
    case 'part':
      res
        .status(reply.status)
        .type('html')
        .send(await drawView(reply.view, reply.props))
      return
    case 'page': {
      if (call.cookies.notice)
        res.append('Set-Cookie', writeCookie({ name: 'notice', value: '', maxAge: 0 }, house.secure))
      if (reply.props.refresh) res.setHeader('Refresh', String(reply.props.refresh))
      const body = await drawView(reply.view, reply.props)
      const frame = await house.frame(call, reply.props)
      const layout = LAYOUTS[reply.props.frame ?? 'full']
      res
        .status(reply.status)
        .type('html')
        .send(await drawView(layout, { ...frame, title: reply.props.title, crumbs: reply.props.crumbs ?? [], body }))
    }
  }
}

function sendFile(reply: Extract<Reply, { type: 'file' }>, res: Response): void {
  const plain = reply.name.replace(/[^\x20-\x7E]|["\\%]/g, '_')
  const kind = reply.inline ? 'inline' : 'attachment'
  res.setHeader('Content-Disposition', `${kind}; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(reply.name)}`)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cache-Control', 'private, no-store')
  // A file shown in the browser may do nothing there, whatever it holds.
  if (reply.inline) res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.type(reply.mime).send(reply.bytes)
}

const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

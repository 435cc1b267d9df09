import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from './problem.ts'

/** Every change must come from one of our own pages: browsers say where a POST was made. */
export function askSameOrigin(method: string, headers: IncomingHttpHeaders): void {
  if (method === 'GET' || method === 'HEAD') return
  const site = headers['sec-fetch-site']
  const origin = headers.origin
  const ours = origin !== undefined ? hostOf(origin) === headers.host : site === 'same-origin'
  if (!ours || (site !== undefined && site !== 'same-origin')) {
    throw new Problem(
      'forbidden',
      'ほかのサイトから送られた操作は受け付けません。この画面を開き直して、もう一度お試しください',
    )
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

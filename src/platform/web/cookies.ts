import type { SetCookie } from './reply.ts'

export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    if (!(name in cookies)) cookies[name] = safeDecode(pair.slice(at + 1).trim())
  }
  return cookies
}

export function writeCookie(cookie: SetCookie, secure: boolean): string {
  const age = cookie.maxAge === undefined ? '' : `; Max-Age=${cookie.maxAge}`
  return `${cookie.name}=${encodeURIComponent(cookie.value)}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

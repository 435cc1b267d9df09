const keyOf = (url) => `banso-note:${url}`

/** The copy on this machine of words the server has not acknowledged. A full or forbidden store is no reason to stop. */
export function keepCopy(url, body) {
  try {
    localStorage.setItem(keyOf(url), JSON.stringify({ body, at: new Date().toISOString() }))
  } catch {}
}

export function dropCopy(url) {
  try {
    localStorage.removeItem(keyOf(url))
  } catch {}
}

/** The words went off with the form itself; whether they arrived shows on the next page. */
export function markSent(url) {
  const copy = copyOf(url)
  if (!copy) return
  try {
    localStorage.setItem(keyOf(url), JSON.stringify({ ...copy, sent: true }))
  } catch {}
}

/** They arrived: the page carries the server's sentence. */
export function dropSent() {
  try {
    const urls = Object.keys(localStorage).filter((key) => key.startsWith(keyOf('')))
    for (const url of urls.map((key) => key.slice(keyOf('').length))) if (copyOf(url)?.sent) dropCopy(url)
  } catch {}
}

export function copyOf(url) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(url)))
  } catch {
    return null
  }
}

/** One id per tab, so that two tabs of one person never overwrite each other's draft. */
export function tabId() {
  try {
    const known = sessionStorage.getItem('banso-note-tab')
    if (known) return known
    const made = [...crypto.getRandomValues(new Uint8Array(8))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
    sessionStorage.setItem('banso-note-tab', made)
    return made
  } catch {
    return 'only'
  }
}

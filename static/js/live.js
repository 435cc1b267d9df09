import { say } from './say.js'

/** No beat for this long: the line is dead, or a proxy holds it back; then the page asks by itself. */
const DEAD_MS = 20_000
const ASK_MS = 5_000

/** A page that others write on as well: hears that something happened, and asks for its parts again. */
export function startLive(root) {
  const place = root.querySelector('[data-live]')
  if (!place) return
  const parts = [...root.querySelectorAll('[data-part]')]
  const state = root.querySelector('[data-live-state]')
  let mark = place.dataset.liveMark
  let source = null
  let heardAt = Date.now()
  let asking = false
  let again = false

  const tell = (words) => {
    if (state && state.textContent !== words) state.textContent = words
  }

  /** While one round is under way, the next waits for its end: the newest answer is the last to be shown. */
  async function refresh() {
    if (asking) {
      again = true
      return
    }
    asking = true
    try {
      for (const part of parts) await fetchPart(part)
      tell(isAlive() ? '' : '5秒ごとに新しい行をたしかめています')
    } catch {
      tell('つながっていません。つながりしだい、新しい行を読みこみます')
    }
    asking = false
    if (again) {
      again = false
      refresh()
    }
  }

  async function fetchPart(part) {
    const answer = await fetch(place.dataset.livePart + part.dataset.part, { headers: { 'x-part': '1' } })
    if (answer.redirected || answer.status === 401) throw new Error('signed out')
    if (!answer.ok) throw new Error(String(answer.status))
    const html = await answer.text()
    show(part, html)
  }

  /** Only what changed is drawn anew, and the button one stands on keeps the focus. */
  function show(part, html) {
    const holder = new DOMParser().parseFromString(html, 'text/html').body
    if (plain(holder) === plain(part)) return
    const value = part.contains(document.activeElement) ? document.activeElement.value : null
    part.replaceChildren(...holder.childNodes)
    if (value) part.querySelector(`[value="${CSS.escape(value)}"]`)?.focus()
  }

  const written = new XMLSerializer()
  const plain = (element) =>
    [...element.childNodes]
      .map((node) => written.serializeToString(node))
      .join('')
      .replace(/name="once" value="[^"]*"/g, '')
      .trim()
  const isAlive = () => source !== null && source.readyState === 1 && Date.now() - heardAt < DEAD_MS

  function open() {
    if (source || document.hidden || typeof EventSource === 'undefined') return
    source = new EventSource(`${place.dataset.live}?after=${encodeURIComponent(mark)}`)
    source.onmessage = (event) => {
      heardAt = Date.now()
      mark = event.lastEventId || mark
      refresh()
    }
    source.addEventListener('beat', () => {
      heardAt = Date.now()
    })
  }

  function close() {
    source?.close()
    source = null
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return close()
    open()
    refresh()
  })
  window.addEventListener('pagehide', close)
  setInterval(() => {
    if (document.hidden || isAlive()) return
    if (source?.readyState === 2) close()
    open()
    refresh()
  }, ASK_MS)

  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-live-form]')) return
    event.preventDefault()
    send(form, event.submitter)
  })

  /** The form goes as it would without this script; what comes back is the same page, of which only the parts are taken. */
  async function send(form, button) {
    if (form.dataset.busy) return
    form.dataset.busy = '1'
    const body = new URLSearchParams(new FormData(form, button))
    try {
      const answer = await fetch(form.action, { method: 'POST', body })
      if (!answer.url.includes('/live')) {
        location.assign(answer.url)
        return
      }
      take(new DOMParser().parseFromString(await answer.text(), 'text/html'), form, answer.ok)
    } catch {
      tell('送れませんでした。書いた文は残っています。つながったら、もう一度押してください')
      say('送れませんでした。もう一度押してください')
    }
    delete form.dataset.busy
  }

  function take(page, form, isDone) {
    const fresh = page.querySelectorAll('[data-part]')
    if (fresh.length === 0) {
      tell(page.querySelector('h1')?.textContent.trim() ?? '送れませんでした')
      return
    }
    for (const one of fresh) {
      const own = parts.find((part) => part.dataset.part === one.dataset.part)
      if (own) own.replaceChildren(...one.childNodes)
    }
    const words =
      page.querySelector('[data-say]')?.textContent.trim() || page.querySelector('.error-text')?.textContent.trim()
    tell(words ?? '')
    say(words ?? '')
    if (!isDone) {
      const own = form.isConnected ? form : null
      own?.querySelector('textarea, input:not([type=hidden])')?.focus()
      return
    }
    renew(page, form)
  }

  /** A new once-key for the next words; what was sent goes out of the box, who reads it and the kind stay. */
  function renew(page, form) {
    if (!form.isConnected) return
    const next = page.querySelector(`form[action="${CSS.escape(form.getAttribute('action'))}"] [name=once]`)
    const key = form.querySelector('[name=once]')
    if (next && key) key.value = next.value
    for (const box of form.querySelectorAll('textarea, input[type=text], input:not([type])')) box.value = ''
    for (const box of form.querySelectorAll('input[type=checkbox]')) box.checked = false
    form.querySelector('textarea')?.focus()
  }

  open()
}

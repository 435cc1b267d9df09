import { copyOf, dropCopy, dropSent, keepCopy, markSent, tabId } from './kept.js'
import { restore } from './restore.js'

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
})
const PAUSE = 1200
const RETRY_FIRST = 5000
const RETRY_MOST = 60_000
const KEEPALIVE_MOST = 60_000 // browsers refuse more than 64 kB from a page that is being left

/** form[data-autosave=URL]: what is typed is sent to the draft; nobody else receives it. */
export function startAutosave(page) {
  if (page.querySelector('.notice-done[role="status"]')) dropSent()
  for (const form of page.querySelectorAll('form[data-autosave]')) new Autosave(form).start()
}

class Autosave {
  constructor(form) {
    this.form = form
    this.url = form.dataset.autosave
    this.tab = tabId()
    this.timer = 0
    this.wait = RETRY_FIRST
    this.sending = false
    this.failed = false
  }

  start() {
    this.sent = this.body()
    addTab(this.form, this.tab)
    this.offerCopy()
    this.form.addEventListener('input', () => this.changed())
    this.form.addEventListener('change', () => this.changed())
    this.form.addEventListener('focusout', () => this.soon(0))
    this.form.addEventListener('submit', () => {
      clearTimeout(this.timer)
      this.leaving = true
      markSent(this.url)
    })
    addEventListener('pagehide', () => this.send({ keepalive: true }))
    addEventListener('online', () => this.soon(0))
    addEventListener('focus', () => this.failed && this.soon(0))
    addEventListener('pageshow', () => {
      this.leaving = false
    })
    addEventListener('beforeunload', (event) => {
      if (this.failed && !this.leaving && this.body() !== this.sent) event.preventDefault()
    })
    if (this.typedEarly()) {
      this.sent = null
      this.changed()
    }
  }

  /** Words that were typed before this script was there are saved like any others. */
  typedEarly() {
    const written = this.form.querySelectorAll('textarea, input:not([type]), input[type="text"]')
    return [...written].some((control) => control.value !== control.defaultValue)
  }

  /** The typed words alone: no once-key (a draft is sent many times), no files. */
  body() {
    const pairs = [...new FormData(this.form)].filter(
      ([name, value]) => typeof value === 'string' && name !== 'once' && name !== 'tab',
    )
    return new URLSearchParams(pairs).toString()
  }

  changed() {
    keepCopy(this.url, this.body())
    this.soon(PAUSE)
  }

  soon(ms) {
    if ([this.sent, this.refused].includes(this.body())) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), ms)
  }

  async send({ keepalive = false } = {}) {
    const body = this.body()
    if (body === this.sent || this.leaving || (this.sending && !keepalive)) return
    this.sending = true
    try {
      const reply = await fetch(this.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Part': '1',
        },
        body: `${body}${body ? '&' : ''}tab=${this.tab}`,
        keepalive: keepalive && body.length < KEEPALIVE_MOST,
      })
      await this.answered(reply, body)
    } catch {
      this.tryAgain('まだ保存できていません。つながったらもう一度保存します')
    } finally {
      this.sending = false
    }
    if (!this.failed) this.soon(PAUSE) // typed on while it was under way
  }

  async answered(reply, body) {
    if (reply.status === 401 || reply.status === 403 || reply.redirected) {
      const words = reply.status === 403 ? await said(reply) : ''
      this.tryAgain(words || 'サインインが切れました。別のタブで入り直すと、続きを保存します')
    } else if (reply.ok) {
      this.done(body, await said(reply))
    } else if (reply.status >= 500 || reply.status === 429) {
      this.tryAgain('まだ保存できていません。少し待って、もう一度保存します')
    } else {
      this.refused = body // the same words would be refused again
      this.show((await said(reply)) || '保存できませんでした。言葉は画面に残っています', true)
    }
  }

  done(body, words) {
    this.sent = body
    this.failed = false
    this.wait = RETRY_FIRST
    if (this.body() === body) dropCopy(this.url)
    this.show(words || `保存しました ${clock.format(new Date())}`)
  }

  tryAgain(words) {
    this.failed = true
    this.show(words, true)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), this.wait)
    this.wait = Math.min(this.wait * 2, RETRY_MOST)
  }

  show(words, bad = false) {
    const state = this.form.querySelector('[data-save-state]') ?? document.querySelector('[data-save-state]')
    if (!state) return
    state.toggleAttribute('data-bad', bad)
    ;(state.querySelector('[data-save-words]') ?? state).textContent = words
  }

  offerCopy() {
    const copy = copyOf(this.url)
    if (!copy) return
    if (typed(copy.body) === typed(this.sent)) return dropCopy(this.url)
    restore(this.form, copy, {
      taken: () => this.changed(),
      left: () => dropCopy(this.url),
    })
  }
}

/** Without what the page carries beside the words: the revision they began from is another one after every save. */
const typed = (body) =>
  String(
    new URLSearchParams([...new URLSearchParams(body)].filter(([name]) => !['base', 'from', 'spare'].includes(name))),
  )

/** The form itself carries the tab too, so that sending it for good finds its own draft. */
function addTab(form, tab) {
  const input = form.querySelector('input[name="tab"]') ?? form.appendChild(document.createElement('input'))
  input.type = 'hidden'
  input.name = 'tab'
  input.value = tab
}

/** A sentence as plain text or as { said }; a whole page is no sentence. */
async function said(reply) {
  const text = await reply.text()
  if (reply.headers.get('content-type')?.includes('json')) return JSON.parse(text).said ?? ''
  return text.includes('<') || text.length > 200 ? '' : text.trim()
}

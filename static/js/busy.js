import { say } from './say.js'

const PATIENCE = 10_000 // a form that answers with a file leaves the page standing

/** One press sends once; the second press of an impatient hand is swallowed. */
export function startBusy(page) {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.getAttribute('aria-busy') === 'true') {
      event.preventDefault()
      return
    }
    form.setAttribute('aria-busy', 'true')
    say('送っています')
    setTimeout(() => form.removeAttribute('aria-busy'), PATIENCE)
  })
  // The page may come back from the browser's memory, still marked.
  addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll('form[aria-busy]')) form.removeAttribute('aria-busy')
  })
}

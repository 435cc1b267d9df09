/** The error summary takes the focus; its links open a folded section before they land in the field. */
export function startSummary(page) {
  const summary = page.querySelector('[data-error-summary]')
  if (!summary) return
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]')
    const field = link && page.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
    field.focus()
    field.scrollIntoView({ block: 'center' })
  })
}

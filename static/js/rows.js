import { say } from './say.js'

/**
 * [data-rows]: rows that grow. Inside: [data-row] items in a [data-row-list], one <template data-row-template> whose
 * names hold __id__, and buttons: [data-add] [data-remove] [data-up] [data-down]; hidden without script, or submit buttons whose
 * deed the server does then. Without script there are spare rows ([data-spare], removed here while they are blank) and a submit button [data-plain-add].
 * The server reads the order of the posted names.
 */
export function startRows(page) {
  for (const rows of page.querySelectorAll('[data-rows]')) {
    const list = rows.querySelector('[data-row-list]')
    const template = rows.querySelector('template[data-row-template]')
    for (const spare of rows.querySelectorAll('[data-spare]')) if (isBlank(spare)) spare.remove()
    for (const button of rows.querySelectorAll('[data-plain-add]')) button.hidden = true
    show(rows)
    rows.addEventListener('click', (event) => {
      const button = event.target.closest('button')
      if (!button) return
      if (button.matches('[data-remove], [data-up], [data-down]')) event.preventDefault()
      if (button.matches('[data-add]')) add(list, template)
      if (button.matches('[data-remove]')) remove(rows, button.closest('[data-row]'))
      if (button.matches('[data-up], [data-down]')) move(button)
    })
  }
}

const isBlank = (row) =>
  [...row.querySelectorAll('input, textarea, select')].every((control) =>
    control.type === 'hidden'
      ? true
      : control.type === 'checkbox' || control.type === 'radio'
        ? !control.checked
        : control.value === '',
  )

function show(place) {
  for (const button of place.querySelectorAll('[data-add], [data-remove], [data-up], [data-down]'))
    button.hidden = false
}

function add(list, template) {
  const row = template.content.cloneNode(true)
  const id = `n${crypto.getRandomValues(new Uint32Array(2)).join('')}`
  for (const element of row.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll('__id__', id)
  }
  show(row)
  list.append(row)
  list.lastElementChild.querySelector('input:not([type="hidden"]), textarea, select')?.focus()
  say('1行足しました')
}

function remove(rows, row) {
  const form = row.closest('form')
  row.remove()
  form?.dispatchEvent(new Event('input', { bubbles: true }))
  rows.querySelector('[data-add]')?.focus()
  say('1行消しました')
}

function move(button) {
  const row = button.closest('[data-row]')
  const up = button.matches('[data-up]')
  const other = up ? row.previousElementSibling : row.nextElementSibling
  if (!other?.matches('[data-row]')) return
  if (up) other.before(row)
  else other.after(row)
  button.focus()
  row.closest('form')?.dispatchEvent(new Event('input', { bubbles: true }))
  say(up ? '上へ動かしました' : '下へ動かしました')
}

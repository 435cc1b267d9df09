/** Offers words that this machine kept because the server never acknowledged them. */
export function restore(form, copy, { taken, left }) {
  const line = document.createElement('div')
  line.className = 'notice notice-warn'
  line.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.textContent = `この端末に、保存できなかった言葉が残っています（${when(copy.at)}）。`
  const ways = document.createElement('p')
  ways.className = 'row'
  ways.append(
    button('もどす', () => {
      fill(form, new URLSearchParams(copy.body))
      line.remove()
      taken()
    }),
    button('使わずに消す', () => {
      line.remove()
      left()
    }),
  )
  const inner = document.createElement('div')
  inner.append(words, ways)
  line.append(document.createElement('span'), inner)
  form.prepend(line)
}

function button(label, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn btn-s'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

const when = (at) =>
  new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at))

function fill(form, kept) {
  for (const control of form.elements) {
    if (!control.name || ['once', 'tab'].includes(control.name) || control.type === 'file' || control.type === 'submit')
      continue
    const values = kept.getAll(control.name)
    if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value)
    else if (values.length > 0) control.value = values[0]
  }
}

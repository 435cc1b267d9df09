import { say } from './say.js'
import { sendWithProgress } from './sending.js'

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`)

/**
 * form[data-upload]: files may also be dropped on the form, what was chosen is said with its size before it is sent, and
 * while it is sent one sees how far it is. data-max-bytes on the form: too big a file is named before an hour of sending.
 */
export function startUpload(page) {
  for (const form of page.querySelectorAll('form[data-upload]')) {
    const input = form.querySelector('input[type="file"]')
    if (!input) continue
    const words = document.createElement('p')
    words.className = 'hint'
    input.after(words)
    input.addEventListener('change', () => tell(input, words))
    startDrop(form, input, words)
    form.addEventListener('submit', (event) => send(event, { form, input, words }))
  }
}

function startDrop(form, input, words) {
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.setAttribute('data-drop', '')
  })
  form.addEventListener('dragleave', () => form.removeAttribute('data-drop'))
  form.addEventListener('drop', (event) => {
    form.removeAttribute('data-drop')
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    input.files = input.multiple ? together(input.files, event.dataTransfer.files) : event.dataTransfer.files
    tell(input, words)
  })
}

/** Files dropped one after another are all sent. */
function together(...lists) {
  const all = new DataTransfer()
  for (const file of lists.flatMap((list) => [...list])) all.items.add(file)
  return all.files
}

function tell(input, words) {
  words.textContent = tooBig(input) ?? [...input.files].map((file) => `${file.name}（${size(file.size)}）`).join('、')
  say(words.textContent)
}

function tooBig(input) {
  const max = Number(input.form.dataset.maxBytes ?? Infinity)
  const big = [...input.files].find((file) => file.size > max)
  return big && `「${big.name}」は${size(big.size)}です。${size(max)}までにしてください`
}

/** Without a file the form goes its plain way. */
function send(event, { form, input, words }) {
  if (event.defaultPrevented || input.files.length === 0) return
  event.preventDefault()
  if (tooBig(input)) return tell(input, words)
  if (form.getAttribute('aria-busy') === 'true') return
  const bar = document.createElement('progress')
  bar.className = 'upload-progress'
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', '送っています')
  words.after(bar)
  sendWithProgress(form, event.submitter, {
    moved: (sent, total) => {
      bar.value = total ? Math.floor((sent / total) * 100) : 0
      words.textContent =
        sent < total
          ? `送っています：${size(total)}のうち${size(sent)}（${bar.value}%）`
          : '届きました。確かめています…'
    },
    failed: (sentence) => {
      bar.remove()
      words.textContent = sentence
      say(sentence)
    },
  })
  say('ファイルを送っています')
}

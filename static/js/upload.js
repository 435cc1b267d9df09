import { say } from './say.js'

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`)

/**
 * form[data-upload]: files may also be dropped on the form, and what was chosen is said with its size before it is sent.
 * data-max-bytes on the input: too big a file is named before an hour of sending.
 */
export function startUpload(page) {
  for (const form of page.querySelectorAll('form[data-upload]')) {
    const input = form.querySelector('input[type="file"]')
    if (!input) continue
    const words = document.createElement('p')
    words.className = 'hint'
    input.after(words)
    input.addEventListener('change', () => tell(input, words))
    form.addEventListener('dragover', (event) => event.preventDefault())
    form.addEventListener('drop', (event) => {
      if (event.dataTransfer.files.length === 0) return
      event.preventDefault()
      input.files = event.dataTransfer.files
      tell(input, words)
    })
  }
}

function tell(input, words) {
  const max = Number(input.dataset.maxBytes ?? Infinity)
  const files = [...input.files]
  const big = files.find((file) => file.size > max)
  words.textContent = big
    ? `「${big.name}」は${size(big.size)}です。${size(max)}までにしてください`
    : files.map((file) => `${file.name}（${size(file.size)}）`).join('、')
  say(words.textContent)
}

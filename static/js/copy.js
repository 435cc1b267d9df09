import { say } from './say.js'

/** button[data-copy="#id"][hidden]: shown only where copying works. */
export function startCopy(page) {
  if (!navigator.clipboard) return
  for (const button of page.querySelectorAll('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      const from = page.querySelector(button.dataset.copy)
      const usual = button.textContent
      try {
        await navigator.clipboard.writeText('value' in from ? from.value : from.textContent.trim())
        button.textContent = '写しました'
        say('写しました')
      } catch {
        button.textContent = '写せませんでした。選んで写してください'
      }
      setTimeout(() => {
        button.textContent = usual
      }, 4000)
    })
  }
}

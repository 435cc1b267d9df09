import { say } from './say.js'

const toHiragana = (text) => text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
const plain = (text) => toHiragana(text.normalize('NFKC').toLowerCase()).replace(/\s/g, '')

/**
 * input[data-filter="#list"][hidden-without-script]: hides the items of a long list that do not hold the typed words.
 * An item is [data-item]; its name, and kana or code in data-find, are searched. The chosen ones always stay.
 */
export function startFilter(page) {
  for (const box of page.querySelectorAll('input[data-filter]')) {
    const list = page.querySelector(box.dataset.filter)
    if (!list) continue
    const wrapper = box.closest('[hidden]')
    if (wrapper) wrapper.hidden = false
    const items = [...list.querySelectorAll('[data-item]')].map((item) => ({
      item,
      words: plain(`${item.textContent} ${item.dataset.find ?? ''}`),
    }))
    box.addEventListener('input', () => {
      const wanted = plain(box.value)
      for (const { item, words } of items) {
        item.hidden = !words.includes(wanted) && !item.querySelector(':checked')
      }
      say(`${items.filter(({ item }) => !item.hidden).length}件`)
    })
  }
}

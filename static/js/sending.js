import { startSummary } from './summary.js'
import { startUpload } from './upload.js'

const CUT =
  '途中で切れたため、届いていません。書いた文と選んだファイルは、この画面に残っています。つながったら、もう一度ボタンを押してください'

const keepHere = (event) => event.preventDefault()

/** Sends a form with its files; `moved(sent, total)` while it goes, `failed(sentence)` when it did not arrive. */
export function sendWithProgress(form, submitter, { moved, failed }) {
  const request = new XMLHttpRequest()
  const end = () => {
    form.removeAttribute('aria-busy')
    removeEventListener('beforeunload', keepHere)
  }
  const cut = () => {
    end()
    failed(CUT)
  }
  request.upload.addEventListener('progress', (event) => moved(event.loaded, event.total))
  for (const name of ['error', 'abort', 'timeout']) request.addEventListener(name, cut)
  request.addEventListener('load', () => {
    end()
    arrived(request, failed)
  })
  form.setAttribute('aria-busy', 'true')
  addEventListener('beforeunload', keepHere)
  request.open('POST', submitter?.getAttribute('formaction') ?? form.action)
  request.setRequestHeader('X-Upload', '1')
  request.send(new FormData(form, submitter))
}

/** Where to go on; or the same page with what is to be put right; or one sentence. */
function arrived(request, failed) {
  const to = request.getResponseHeader('X-Go-To')
  if (to) return location.assign(to)
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  const main = page.querySelector('main')
  if (!main) return failed(request.responseText.trim().slice(0, 200) || CUT)
  document.title = page.title
  document.querySelector('main').replaceWith(document.adoptNode(main))
  startUpload(document.querySelector('main'))
  startSummary(document)
  scrollTo(0, 0)
}

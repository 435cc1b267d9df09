import { startAutosave } from './autosave.js'
import { startBusy } from './busy.js'
import { startCopy } from './copy.js'
import { startFilter } from './filter.js'
import { startLive } from './live.js'
import { startMenu } from './menu.js'
import { startRows } from './rows.js'
import { startSummary } from './summary.js'
import { startUpload } from './upload.js'

// Every page works without these; each looks for its own marks in the page and does nothing when there are none.
for (const start of [
  startSummary,
  startMenu,
  startRows,
  startAutosave,
  startBusy,
  startCopy,
  startFilter,
  startUpload,
  startLive,
]) {
  start(document)
}

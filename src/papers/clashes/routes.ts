import { page, type Reply } from '../../platform/web/reply.ts'
import type { ClashView } from './clashes.ts'
import { clashPage } from './pages.ts'

/** The answer to a save that clashed, for whichever owner's door it came through. */
export function clashReply(view: ClashView): Reply {
  const props = clashPage(view)
  return page('papers/clashes/show', { ...props, title: props.heading, crumbs: view.crumbs }, 422)
}

import type { NewLetter } from '../../platform/mail/outbox.ts'
import { monthDay } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { meantSlot, type Round, type SaidLine } from './reports.ts'

export interface To {
  personId: string | null
  name: string
  email: string
}

interface About {
  programme: Programme
  region: Region
  round: Round
  link: string
}

const foot = ({ contact }: Programme) =>
  [contact.section, contact.telephone, contact.mailbox].filter(Boolean).join('\n')

const addressed = ({ programme, region }: About, to: To) => ({
  to: { email: to.email, name: to.name },
  programmeId: programme.id,
  regionId: region.id,
  personId: to.personId,
})

/** To advisors and secretariat: they read 地域の全員, so the words themselves may stand here. */
export function sentLetter(
  about: About & { lines: readonly SaidLine[]; by: string; again: boolean },
  to: To,
): NewLetter {
  const { region, round, lines, by, again, link, programme } = about
  const slot = meantSlot(round)
  const words = lines.map(({ term, text }) => `【${term}】\n${text}`).join('\n\n')
  return {
    ...addressed(about, to),
    kind: 'report_sent',
    subject: `${region.name}：${slot.label}の前のひとこと${again ? '（付け加え）' : ''}`,
    body: `${to.name}様\n\n${region.name}から、${slot.label}の前のひとことが届きました（${by}）。\n\n${words}\n\n読んで備えるページ：\n${link}\n\n――\n${foot(programme)}\n`,
  }
}

/** Asks the town, by a link that needs no sign-in. */
export function requestLetter(about: About & { due: string | null }, to: To): NewLetter {
  const { region, round, due, link, programme } = about
  const slot = meantSlot(round)
  const day = slot.meeting?.heldOn ? `${monthDay(slot.meeting.heldOn)}の` : ''
  const until = due ? `${monthDay(due)}までに、` : ''
  return {
    ...addressed(about, to),
    kind: 'report_request',
    subject: `${region.name}：${slot.label}の前に、三つだけ教えてください`,
    body: `${to.name}様\n\n${day}${slot.label}の前に、${until}手ごたえ・うまくいかなかったこと・これから実施したいことを教えてください。\n一行だけでも送れます。3分ほどで、サインインは要りません。\n\n${link}\n\nこのリンクは${to.name}様専用です。ほかの方へは転送しないでください。\n\n――\n${foot(programme)}\n`,
  }
}

import type { NewLetter } from '../../platform/mail/outbox.ts'
import { monthDay } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { JOINT_REMINDER } from './joint-materials.ts'

interface About {
  programme: Programme
  region: Region
  label: string
  heldOn: string | null
  dueOn: string | null
  link: string
}

interface To {
  personId: string | null
  name: string
  email: string
}

/** To a town that has not handed in anything yet. */
export function askLetter({ programme, region, label, heldOn, dueOn, link }: About, to: To): NewLetter {
  const { section, telephone, mailbox } = programme.contact
  const day = heldOn ? `${monthDay(heldOn)}の` : ''
  const due = dueOn ? `${monthDay(dueOn)}までに、` : ''
  const lines = [
    `${day}${label}で使う${region.name}の資料が、まだ届いていません。${due}次の画面から出してください。`,
    '',
    'ご自分で作ったファイル（PowerPoint、PDF、Excel、Word）のほか、支援経過（1枚）、まとめ、ロジックモデルも、そのまま出せます。',
    `出したものは、${label}の日から、ほかの参加地域の人も読みます。それまでは、地域の人とアドバイザー、事務局だけです。`,
    '',
    link,
  ]
  return {
    to: { email: to.email, name: to.name },
    ...{ programmeId: programme.id, regionId: region.id, personId: to.personId, kind: JOINT_REMINDER },
    subject: `${region.name}：${label}の資料をお願いします`,
    body: `${to.name}様\n\n${lines.join('\n')}\n\n――\n${[section, telephone, mailbox].filter(Boolean).join('\n')}\n`,
  }
}

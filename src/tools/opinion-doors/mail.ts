import type { NewLetter } from '../../platform/mail/outbox.ts'
import { wareki } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'

interface Said {
  region: Region
  programme: Programme
  by: string
  link: string
  endsOn: string
}

/** The hypothesis itself stays behind the link: where it can be withdrawn. */
export const opinionLetter = (
  { region, programme, by, link, endsOn }: Said,
  to: { email: string; name: string },
): NewLetter => ({
  to,
  regionId: region.id,
  programmeId: programme.id,
  kind: 'opinion_request',
  subject: `【伴走ノート】${region.name}から、ご意見のお願い（1分ほど）`,
  body: [
    ...(to.name ? [`${to.name} さま`, ''] : []),
    `${region.name}の${by}です。`,
    '在宅医療・介護の連携がうまくいかない理由について、いま一つの仮説を立てています。',
    'ふだんのお仕事から見て「同じ」「違う」「分からない」のどれかを教えていただけませんか。',
    '一言も書けます。お名前や登録は要りません。職種だけをうかがいます。',
    '',
    link,
    '',
    `このリンクは${wareki(endsOn)}まで使えます。`,
    '',
    [programme.contact.section, programme.contact.telephone, programme.contact.mailbox].filter(Boolean).join('\n'),
  ].join('\n'),
})

import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import {
  askableCircles,
  type Consultation,
  isOpen,
  type ShownAnswer,
  type ShownConsultation,
  shownConsultation,
} from './consultations.ts'

export interface ConsultationsPage {
  around: RegionFrame
  groups: { id: string; heading: string; rows: (ShownConsultation & { href: string; count: string })[] }[]
  emptyText: string
  faqHref: string
  saveTo: string | null
  circles: { value: string; label: string; hint: string }[]
  form: FormState
}

export interface ConsultationPage {
  around: RegionFrame
  consultation: ShownConsultation
  answers: (ShownAnswer & { adviceTo: string | null; faqTo: string | null })[]
  saveTo: string | null
  label: string
  button: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/consultations/index': ConsultationsPage
    'support/consultations/show': ConsultationPage
  }
}

interface View {
  actor: Actor
  region: Region
  form: FormState
}

export function consultationsPage(view: View & { consultations: readonly Consultation[] }): ConsultationsPage {
  const { actor, region, consultations, form } = view
  const rows = (list: readonly Consultation[]) =>
    list.map((c) => ({
      ...shownConsultation(c),
      href: paths.consultation(region.id, c.id),
      count: c.answers.length > 0 ? `やりとり${c.answers.length}件` : 'まだ返事はありません',
    }))
  const groups = [
    { id: 'open', heading: '返事を待っている相談', rows: rows(consultations.filter(isOpen)) },
    { id: 'answered', heading: '返事のある相談', rows: rows(consultations.filter((c) => !isOpen(c))) },
  ]
  const isAlive = notAliveReason(region) === null
  return {
    around: regionFrame(actor, region, 'consultations'),
    groups: groups.filter((group) => group.rows.length > 0),
    emptyText: region.isSelected
      ? may(actor, 'consultation.ask', region)
        ? 'まだ相談はありません。回のあいだに困ったことがあれば、いつでもここから相談できます。'
        : 'いま読める相談はありません。'
      : '採択されると、ここから相談できます。',
    faqHref: paths.faqs(region.programmeId),
    saveTo: isAlive && may(actor, 'consultation.ask', region) ? paths.consultations(region.id) : null,
    circles: askableCircles(actor, region).map((value) => {
      return { value, label: CIRCLES[value], hint: CIRCLE_READERS[value] }
    }),
    form,
  }
}

export function consultationPage(view: View & { consultation: Consultation; isShared: boolean }): ConsultationPage {
  const { actor, region, consultation, isShared, form } = view
  const isAlive = notAliveReason(region) === null
  const answers = may(actor, 'consultation.answer', region)
  const shares = isAlive && may(actor, 'consultation.publish', region) && !isShared
  const at = [region.id, consultation.id] as const
  return {
    around: regionFrame(actor, region, 'consultations'),
    consultation: shownConsultation(consultation),
    answers: shownConsultation(consultation).answers.map((a) => ({
      ...a,
      adviceTo: isAlive && answers && !a.isAdvice && !a.isReply ? paths.consultationAdvice(...at, a.id) : null,
      faqTo: shares && !a.isReply ? paths.consultationFaq(...at, a.id) : null,
    })),
    saveTo: isAlive && (answers || may(actor, 'consultation.ask', region)) ? paths.consultation(...at) : null,
    label: answers ? '返事' : '言葉を足す',
    button: answers ? '返事をする（相談した人に届きます）' : '言葉を足す（アドバイザーと事務局に届きます）',
    readers: CIRCLE_READERS[consultation.circle],
    form,
  }
}

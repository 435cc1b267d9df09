import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { sizeWords } from '../../programme/region-files/region-files.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { TAKEN } from '../tool-files/paper.ts'
import { isHandedOut, type Material, materialName } from './year-materials.ts'

interface Taking {
  accept: string
  kindsText: string
  maxBytes: number
  saveTo: string
  form: FormState
  backHref: string
}

export interface MaterialsPage extends Taking {
  heading: string
  rows: { name: string; href: string; note: string }[]
}

export interface MaterialPage extends Taking {
  heading: string
  removedWords: string | null
  versions: { label: string; href: string; name: string; by: string; size: string; note: string }[]
  removeTo: string
  removeLabel: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/year-materials/index': MaterialsPage
    'support/year-materials/show': MaterialPage
  }
}

const crumbsOf = ({ programme, slot, href }: Occasion, ...rest: { label: string; href?: string }[]) =>
  programmeCrumbs(
    programme,
    { label: '年度の会', href: paths.yearMeetings(programme.id) },
    { label: slot.label, href },
    ...rest,
  )

const by = (v: { createdAt: string; createdBy: string }) => `${warekiShort(dayOf(v.createdAt))} ${v.createdBy}`

export function materialsPage(
  at: Occasion,
  given: { materials: readonly Material[]; form: FormState },
): MaterialsPage & PageBase {
  const { programme, slot } = at
  return {
    title: `${slot.label}の資料`,
    crumbs: crumbsOf(at, { label: '資料' }),
    heading: `${slot.label}の資料`,
    rows: given.materials.map((one) => ({
      name: materialName(one),
      href: paths.yearMaterial(programme.id, slot.number, one.id),
      note: isHandedOut(one)
        ? `第${one.versions[0]?.number ?? 1}版・${one.versions[0] ? by(one.versions[0]) : ''}`
        : '取り下げ',
    })),
    saveTo: paths.yearMaterials(programme.id, slot.number),
    backHref: at.href,
    form: given.form,
    ...TAKEN,
  }
}

export function materialPage(at: Occasion, given: { material: Material; form: FormState }): MaterialPage & PageBase {
  const { programme, slot } = at
  const { material, form } = given
  const here = [programme.id, slot.number, material.id] as const
  return {
    title: materialName(material),
    crumbs: crumbsOf(
      at,
      { label: '資料', href: paths.yearMaterials(programme.id, slot.number) },
      { label: `資料${material.number}` },
    ),
    heading: materialName(material),
    removedWords: material.removedAt
      ? `${warekiShort(dayOf(material.removedAt))}に、${material.removedBy ?? ''}が取り下げました。参加する人には見えません`
      : null,
    versions: material.versions.map((v) => ({
      label: `第${v.number}版`,
      href: paths.yearMaterialFile(programme.id, slot.number, { materialId: material.id, version: v.number }),
      name: v.fileName,
      by: by(v),
      size: sizeWords(v.bytes),
      note: v.note,
    })),
    saveTo: paths.yearMaterial(...here),
    removeTo: paths.yearMaterialRemoval(...here),
    removeLabel: material.removedAt ? '資料に戻す' : '資料から取り下げる',
    backHref: at.href,
    form,
    ...TAKEN,
  }
}

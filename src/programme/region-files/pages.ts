import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { FILE_KINDS } from '../../platform/files/kinds.ts'
import { dayOf, wareki, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { type Region, readOnlyReason } from '../regions/regions.ts'
import { type RegionFrame, regionFrame } from '../sections/sections.ts'
import {
  isPreviewed,
  isRestorable,
  lastRestoreDay,
  MAX_BYTES,
  mayRemove,
  sizeWords,
  TAKEN_KINDS,
} from './region-files.ts'

interface Row {
  name: string
  href: string
  previewHref: string | null
  about: string
  by: string
  on: string
  size: string
  circle: string
  removeHref: string | null
}

export interface FilesPage {
  around: RegionFrame
  rows: Row[]
  removed: { name: string; text: string; restoreTo: string | null }[]
  emptyText: string
  saveTo: string | null
  circles: { value: Circle; label: string; hint: string }[]
  kindsText: string
  accept: string
  form: FormState
}

export interface RemovalPage {
  around: RegionFrame
  fileName: string
  saveTo: string
  backHref: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/region-files/index': FilesPage
    'programme/region-files/removal': RemovalPage
  }
}

export const writableCircles = (actor: Actor, region: Region): Circle[] => {
  const reads = circlesReadBy(actor, region)
  return (['region', 'town', 'team'] as const).filter((circle) => reads.includes(circle))
}

interface FilesView {
  actor: Actor
  region: Region
  files: readonly StoredFile[]
  names: ReadonlyMap<string, string>
  now: Date
  form: FormState
}

export function filesPage(view: FilesView): FilesPage {
  const { actor, region, files, now, form } = view
  const open = readOnlyReason(region) === null
  const restorable = files.filter((file) => isRestorable(file, now) && mayRemove(actor, region, file))
  const adds = open && may(actor, 'file.add', region)
  return {
    around: regionFrame(actor, region, 'files'),
    rows: files.filter((file) => !file.deletedAt).map((file) => rowOf(view, file)),
    removed: restorable.map((file) => ({
      name: file.name,
      text: `${file.deletedBy ?? ''}が消しました（${file.deleteReason ?? ''}）。${wareki(lastRestoreDay(file) ?? '')}まで戻せます`,
      restoreTo: open ? paths.regionFileReturn(region.id, file.id) : null,
    })),
    emptyText: `まだファイルはありません。${adds ? '会議の資料や、手もとのExcelを置いておけます。' : ''}`,
    saveTo: adds ? paths.regionFiles(region.id) : null,
    circles: writableCircles(actor, region).map((value) => ({
      value,
      label: CIRCLES[value],
      hint: CIRCLE_READERS[value],
    })),
    kindsText: `${TAKEN_KINDS.map((kind) => FILE_KINDS[kind].label).join('、')}。1つ${MAX_BYTES / 1024 / 1024}MBまで`,
    accept: TAKEN_KINDS.flatMap((kind) => FILE_KINDS[kind].extensions.map((one) => `.${one}`)).join(','),
    form,
  }
}

function rowOf({ actor, region, names }: FilesView, file: StoredFile): Row {
  const removable = readOnlyReason(region) === null && mayRemove(actor, region, file)
  return {
    name: file.name,
    href: paths.regionFile(region.id, file.id),
    previewHref: isPreviewed(file.mime) ? paths.regionFilePreview(region.id, file.id) : null,
    about: file.about,
    by: (file.personId && names.get(file.personId)) || '—',
    on: warekiShort(dayOf(file.createdAt)),
    size: sizeWords(file.bytes),
    circle: CIRCLES[file.circle as Circle] ?? '',
    removeHref: removable ? paths.regionFileRemoval(region.id, file.id) : null,
  }
}

export const removalPage = (
  actor: Actor,
  region: Region,
  asked: { file: StoredFile; form: FormState },
): RemovalPage => ({
  around: regionFrame(actor, region, 'files'),
  fileName: asked.file.name,
  saveTo: paths.regionFileRemoval(region.id, asked.file.id),
  backHref: paths.regionFiles(region.id),
  readers: CIRCLE_READERS[asked.file.circle as Circle] ?? '',
  form: asked.form,
})

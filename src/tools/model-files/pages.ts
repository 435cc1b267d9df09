import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { ShownFault } from './model-files.ts'

type Tabs = { label: string; href: string; current: boolean; count?: number }[]

export interface ModelFilesPage {
  heading: string
  lead: string | null
  readers: string
  tabs: Tabs
  receive: { label: string; href: string; hint: string }[]
  uploadTo: string | null
  tableTo: string
  jsonTo: string
  faults: ShownFault[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/model-files/show': ModelFilesPage
  }
}

export const filesPage = (view: {
  regionId: string
  at: PaperAt
  tabs: Tabs
  faults: ShownFault[]
  form: FormState
}): ModelFilesPage & { title: string } => {
  const { regionId, at } = view
  return {
    ...{ title: 'ロジックモデルを受け取る・読みこむ', heading: 'ロジックモデルを受け取る・読みこむ' },
    ...{ lead: at.closed, readers: CIRCLE_READERS[at.circle], tabs: view.tabs, faults: view.faults, form: view.form },
    receive: [
      {
        label: '表で受け取る（Excel）',
        href: paths.logicModelWorkbook(regionId),
        hint: 'No.・具体的な施策・成果指標・取り組みの方向性・目指す姿。直して、このページから読みこめます',
      },
      { label: 'A3で印刷', href: paths.logicModelPrint(regionId), hint: '図を一枚に。会議で配るときに' },
      { label: '図を受け取る（SVG）', href: paths.logicModelPicture(regionId), hint: '資料に貼っても、字がぼけません' },
      {
        label: 'すべてを受け取る（JSON）',
        href: paths.paperJson(regionId, at.ref),
        hint: '箱・つながり・指標をそのまま。控えに',
      },
    ],
    uploadTo: at.closed === null ? paths.logicModelWorkbook(regionId) : null,
    tableTo: paths.logicModelTable(regionId),
    jsonTo: paths.paperUpload(regionId, at.ref),
  }
}

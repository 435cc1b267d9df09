import { ROLES } from '../../access/actor.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { COMMENT_STATES, commentStateOf } from '../../support/file-reviews/file-reviews.ts'
import type { Tool } from '../../support/tool-files/tool-files.ts'
import type { PackSnapshot } from '../pack-snapshots/pack-snapshots.ts'
import { heading, paperFor, text } from '../pack-year-papers/paper.ts'

/** Tools and leaflets: what they are and what was said of them; the files themselves come with the pack. */
type Snapshot = PackSnapshot

const fileRow = (tool: Tool): string[] => {
  const [now] = tool.versions
  const by = now ? `${warekiShort(dayOf(now.createdAt))} ${now.createdBy}` : '—'
  return [
    tool.name,
    tool.about,
    now ? `第${now.number}版\n${now.fileName}` : 'まだファイルがありません',
    [by, now?.note].filter(Boolean).join('\n'),
  ]
}

const filesTable = (tools: readonly Tool[], empty: string): Block[] =>
  tools.length === 0
    ? [text(empty)]
    : [
        {
          kind: 'table',
          head: ['名前', '使いかた', '版', '置いた日と人'],
          rows: tools.map(fileRow),
          widths: [3, 5, 4, 4],
        },
      ]

/** ツールのファイル: what they are; the files themselves come with the pack. */
export const toolsPaper = (snapshot: Snapshot): Paper =>
  paperFor(snapshot, 'tools', filesTable(snapshot.tools, 'ツールのファイルは、まだありません。'))

/** By version, who of which hat said it and what became of it: no names on a paper. */
function commentRows({ comments }: Snapshot, leaflet: Tool): string[][] {
  return leaflet.versions.flatMap(({ id, number }) =>
    comments
      .filter(({ versionId }) => versionId === id)
      .map((one) => [
        `第${number}版`,
        one.role ? ROLES[one.role] : '—',
        one.text,
        one.answer ?? '—',
        COMMENT_STATES[commentStateOf(one)],
      ]),
  )
}

export function leafletsPaper(snapshot: Snapshot): Paper {
  const said = snapshot.leaflets.flatMap((leaflet): Block[] => {
    const rows = commentRows(snapshot, leaflet)
    const head = ['版', 'だれから', '意見', '返事', '状態']
    return [
      heading(`${leaflet.name}への意見`),
      rows.length > 0 ? { kind: 'table', head, rows, widths: [2, 3, 7, 6, 3] } : text('意見は、まだありません。'),
    ]
  })
  return paperFor(snapshot, 'leaflets', [
    ...filesTable(snapshot.leaflets, 'リーフレットの案は、まだありません。'),
    ...(said.length > 0 ? [text('ファイルは、この資料一式に添えています。'), ...said] : []),
  ])
}

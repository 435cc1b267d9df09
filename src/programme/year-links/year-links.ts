import type { Actor, ProgrammeFacts } from '../../access/actor.ts'
import { may, type ProgrammeDeed } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'

export interface LinkGroup {
  heading: string
  rows: { label: string; href: string; note: string }[]
}

type LinkRow = [deed: ProgrammeDeed, label: string, href: (id: string) => string, note: string]

/** The year's pages in the order its work goes. */
const LINKS: readonly [heading: string, rows: readonly LinkRow[]][] = [
  [
    '募集と選定',
    [
      ['entries.view', 'エントリーの一覧', paths.programmeEntries, '提出と承諾のようす、お願いの手紙'],
      ['programme.edit', 'エントリーの申し込み', paths.applications, '役所のものと分からないアドレスの確認'],
      ['selection.view', '選定', paths.selection, '並べて読み、決める'],
    ],
  ],
  [
    '支援のあいだ',
    [
      ['matrix.view', '地域と回の表', paths.matrix, '進み具合と遅れ'],
      ['matrix.view', '月曜日の一覧', paths.monday, '待っていること、出せる手紙、動きの止まった地域'],
      ['homework.list', '宿題の一覧', paths.homeworkList, '遅れているもの、返事を待っているもの'],
      ['tools.view', 'ツールのファイル', paths.tools, '宿題や実践で使うExcelやWord'],
    ],
  ],
  [
    '会と資料',
    [
      ['programme.view', '年度の会', paths.yearMeetings, 'WG、委員会、支援チームの会、合同報告会の日程'],
      ['pack.make', '会議の資料', paths.packs, 'WGと委員会の資料を、記録から一式にする'],
      ['file.review', 'リーフレットの案', paths.leaflets, '案の版と、寄せられた意見'],
      ['review.view', 'WGの意見と対応', paths.wgOpinions, '会と地域ごとの意見、返事、意見対応表'],
      ['review.view', '合同報告会', paths.jointReport, '次第、各地域の資料、質問'],
    ],
  ],
  [
    'まとめて見せる',
    [
      ['dashboard.view', '年度の数字', paths.dashboard, '進み具合、助言への返事、約束と実践の数'],
      ['annual.write', '年度報告書', paths.annualReport, '記録からできる報告書と、足りないところ'],
      ['year.take', '年度の控え', paths.yearArchive, 'すべての地域の記録と設定を、一つのZIPに'],
    ],
  ],
  [
    '準備と設定',
    [
      ['programme.edit', '設定', paths.programmeSettings, '日付、募集数、募集要項、公開'],
      ['programme.edit', '回と進め方ガイド', paths.programmeSteps, '名前、順番、ガイドの文'],
      ['programme.edit', '手紙の文', paths.letterTexts, '文の手直しと見本'],
      ['templates.edit', 'シートの様式', paths.sheetTemplates, '使うシートと、その欄'],
      ['programme.edit', '問いのはたらき', paths.insightCounts, '出た問いがどうなったか、問いの言葉'],
    ],
  ],
]

/** Links a person gets on the programme's page, each asked of the rule book. */
export const linksFor = (actor: Actor, p: ProgrammeFacts): LinkGroup[] =>
  LINKS.map(([heading, rows]) => ({
    heading,
    rows: rows.flatMap(([deed, label, href, note]) => (may(actor, deed, p) ? [{ label, href: href(p.id), note }] : [])),
  })).filter(({ rows }) => rows.length > 0)

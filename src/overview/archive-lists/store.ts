import { circlesReadBy } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { notesOfRegion } from '../../support/notes/store.ts'
import { answersOf } from '../../tools/questionnaire-answers/store.ts'
import { resultsOf } from '../../tools/questionnaire-results/questionnaire-results.ts'
import { tableOf } from '../../tools/questionnaire-results/workbook.ts'
import { textsIn } from '../../tools/questionnaire-texts/questionnaire-texts.ts'
import { looksOf } from '../../tools/questionnaire-texts/store.ts'
import { questionnairesOf } from '../../tools/questionnaires/store.ts'
import { commentList, noteList } from './archive-lists.ts'

/** Lists of a region's copy that no page gives as such: remarks beside papers, the team's notes, counted questionnaires. */
export async function furtherLists(
  ctx: Ctx,
  region: Region,
  papers: readonly { documentId: string; title: string }[],
): Promise<NamedList[]> {
  const circles = circlesReadBy(ctx.actor, region)
  const titles = new Map(papers.map(({ documentId, title }) => [documentId, title]))
  const comments = await ctx.db
    .selectFrom('comments')
    .selectAll()
    .where('documentId', 'in', [...titles.keys(), ''])
    .orderBy('id')
    .execute()
  const notes = circles.includes('team') ? await notesOfRegion(ctx.db, region.id) : []
  return [
    { name: '文書へのコメント', ...commentList(comments, titles) },
    { name: '支援チームの覚え書き', ...noteList(notes) },
    ...(circles.includes('region') ? await countedQuestionnaires(ctx, region) : []),
  ]
}

/** As the page counts them: fewer people than the 質問票 allows are never shown as a number. */
async function countedQuestionnaires({ db }: Ctx, region: Region): Promise<NamedList[]> {
  const lists: NamedList[] = []
  for (const q of await questionnairesOf(db, region.id)) {
    const answers = await answersOf(db, q.id)
    const texts = textsIn(q, answers, await looksOf(db, q.id))
    if (answers.length > 0)
      lists.push({ name: `質問票の集計_${q.title}`, ...tableOf(resultsOf(q, { answers, texts })) })
  }
  return lists
}

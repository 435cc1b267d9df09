import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { noteOpened, startAgain } from './actions.ts'
import { taskPage, tasksPage } from './pages.ts'
import { filesOfTasks, taskSeen, tasksOf } from './store.ts'
import type { Task } from './tasks.ts'

export const taskRoutes: RouteTable<'plain'> = {
  'GET /tasks': { may: 'task.view', run: list },
  'GET /tasks/:taskId': { may: 'task.view', run: show },
  'POST /tasks/:taskId/again': { may: 'task.view', run: again },
  'GET /tasks/:taskId/files/:fileId': { may: 'task.view', run: download },
}

async function list({ ctx }: Call): Promise<Reply> {
  return page('people/tasks/index', tasksPage(await tasksOf(ctx.db, ctx.actor)))
}

async function asked({ ctx, params }: Call): Promise<Task> {
  const task = await taskSeen(ctx.db, ctx.actor, params.taskId ?? '')
  if (!task) throw notFound()
  return task
}

async function show(call: Call): Promise<Reply> {
  const task = await asked(call)
  await noteOpened(call.ctx, task)
  return page('people/tasks/show', taskPage(task, await filesOfTasks(call.ctx.db, [task.id]), call.query.still === '1'))
}

async function again(call: Call): Promise<Reply> {
  const task = await asked(call)
  await startAgain(call.ctx, task)
  return redirect(paths.task(task.id), 'もう一度、はじめから作ります')
}

async function download(call: Call): Promise<Reply> {
  const task = await asked(call)
  const own = (await filesOfTasks(call.ctx.db, [task.id])).some(({ fileId }) => fileId === call.params.fileId)
  const found = own && (await fileOf(call.ctx.db, call.params.fileId ?? ''))
  if (!found) throw notFound()
  if (found.deletedAt) throw new Problem('gone', 'このファイルは、もうありません。もう一度作ってください')
  return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
}

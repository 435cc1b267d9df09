import type { Body } from '../../papers/templates/templates.ts'
import { hasLine } from './reports.ts'

export interface ReportFacts {
  /** 実践 done since the meeting before. */
  practices: number
}

export interface Prompt {
  id: 'P1' | 'P2'
  text: string
}

/** Questions beside the three lines; they never stand in the way. */
export function promptsFor(body: Body, facts: ReportFacts): Prompt[] {
  const prompts: Prompt[] = []
  if (!hasLine(body))
    prompts.push({ id: 'P1', text: '手ごたえ・うまくいかなかったこと・次にしたいことは？（一行で可）' })
  if (facts.practices === 0) prompts.push({ id: 'P2', text: 'この間に、調べた・出向いた・聞いた・話し合ったことは？' })
  return prompts
}

import { paths } from '../../paths/paths.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type KeptPost, pairsOf, wordsOf } from './kept-posts.ts'

export interface KeptPostPage {
  /** Null when there is nothing to go on with: only files were sent, or too long ago. */
  goOn: { to: string; fields: { name: string; value: string }[]; words: string[] } | null
  homeHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/kept-posts/show': KeptPostPage
  }
}

export function keptPostPage(post: KeptPost | null): KeptPostPage & PageBase {
  const fields = post ? pairsOf(post.fields) : []
  const goOn = post && fields.length > 0 ? { to: post.path, fields, words: wordsOf(post.fields) } : null
  return { title: goOn ? '続きから送れます' : '送りなおしてください', frame: 'plain', goOn, homeHref: paths.home }
}

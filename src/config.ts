import { join, resolve } from 'node:path'
import { projectRoot } from './platform/root.ts'

/** Everything the environment decides; read nowhere else. */
export interface Config {
  host: string
  port: number
  dataDir: string
  smtpUrl: string | null
  mailFrom: string
  /** The address people reach us at, for links in letters. */
  publicUrl: string
  isDemo: boolean
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const host = env.HOST ?? '127.0.0.1'
  const port = Number(env.PORT ?? 3000)
  return {
    host,
    port,
    dataDir: resolve(projectRoot, env.DATA_DIR ?? join('data', 'main')),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? '伴走ノート <banso-note@localhost>',
    publicUrl: env.PUBLIC_URL ?? `http://${host}:${port}`,
    isDemo: env.BANSO_DEMO === '1',
  }
}

/** What the environment lacks for real use, in plain words. */
export function lacks(config: Config, env: NodeJS.ProcessEnv): string[] {
  const sentences: string[] = []
  if (!Number.isInteger(config.port) || config.port < 1 || config.port > 65535) {
    sentences.push('PORT には 1 から 65535 の数を入れてください。')
  }
  if (!config.smtpUrl) {
    sentences.push('SMTP_URL がありません。メールは送られず、データフォルダの mail に .eml ファイルとして残ります。')
  }
  if (!env.PUBLIC_URL)
    sentences.push(`PUBLIC_URL がありません。メールの中のリンクは ${config.publicUrl} で始まります。`)
  if (!env.PUBLIC_URL?.startsWith('https:') && config.host !== '127.0.0.1') {
    sentences.push('HTTPS ではありません。パスワードが通信路で読まれるおそれがあります。')
  }
  return sentences
}

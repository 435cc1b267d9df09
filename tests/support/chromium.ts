import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const MACHINES_OWN = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The package's browser brings no Japanese letters: fontconfig is told where the TTF package lies. */
function fontsFile(): string {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json'))
  const folder = mkdtempSync(join(tmpdir(), 'banso-fonts-'))
  const file = join(folder, 'fonts.conf')
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(file, `${head}<fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`)
  return file
}

async function fromPackage(): Promise<Browser> {
  // Read when the package is loaded: without it the libraries it needs are not unpacked.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  process.env.FONTCONFIG_FILE = fontsFile()
  const { default: brought } = await import('@sparticuz/chromium')
  brought.setGraphicsMode = false
  const env = Object.fromEntries(Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined))
  const args = [...brought.args.filter((flag) => !flag.startsWith('--headless')), ...FLAGS]
  return chromium.launch({ executablePath: await brought.executablePath(), args, env, headless: true })
}

/** Debian's chromium where there is one, else the one from npm (`BANSO_CHROMIUM=package` asks for it). */
export function launch(): Promise<Browser> {
  const own = existsSync(MACHINES_OWN) && process.env.BANSO_CHROMIUM !== 'package'
  return own ? chromium.launch({ executablePath: MACHINES_OWN, args: FLAGS }) : fromPackage()
}

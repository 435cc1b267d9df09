import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfOrder } from './pdf.ts'

const require = createRequire(import.meta.url)
const fonts = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']
const fontBlobs = () => fonts.map((file) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-jp/${file}`)))

/** An empty folder: a template has no file to read. */
function emptyFolder(): string {
  const workspace = join(tmpdir(), 'banso-typst')
  mkdirSync(workspace, { recursive: true })
  return workspace
}

let compiler: NodeCompiler | null = null
const compilerOnce = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: emptyFolder(), fontArgs: [{ fontBlobs: fontBlobs() }] })
  return compiler
}

/** Colours by role and the few helpers every template uses. `spaced` widens nothing between 漢字 and figures: text comes out as it went in. */
const PRELUDE = `
#let order = json(bytes(sys.inputs.order))
#set document(title: order.title, author: "伴走ノート")
#set text(font: "Noto Sans JP", lang: "ja", region: "JP", size: 10pt, fill: rgb("#1a1a1a"), cjk-latin-spacing: none)
#set par(leading: 0.62em, spacing: 0.9em)
#let ink = rgb("#1a1a1a")
#let grey = rgb("#4d4d4d")
#let hair = rgb("#cccccc")
#let town = rgb("#0017c1")
#let support = rgb("#006f83")
#let sand = rgb("#fbf5e0")
#let lines(words) = words.split("\\n").join(linebreak())
#let drawing(svg, width, alt) = image(bytes(svg), format: "svg", width: width, alt: alt)
`

/** What the worker runs: the pages of all parts, one after the other. */
export function print({ title, templates, parts }: PdfOrder): Uint8Array {
  const uses = [...new Set(parts.map(({ use }) => use))]
  const table = `#let uses = (${uses.map((use) => `"${use}": ${use},`).join(' ')})`
  const mainFileContent = [
    PRELUDE,
    ...templates,
    table,
    '#for part in order.parts { (uses.at(part.use))(part.data) }',
  ].join('\n')
  const made = compilerOnce()
  const compiled = made.compile({ mainFileContent, inputs: { order: JSON.stringify({ title, parts }) } })
  const document = compiled.result
  if (!document) throw new Error(`typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics).slice(0, 2000)}`)
  const bytes = made.pdf(document, { pdfStandard: '1.7', pdfTags: true })
  made.evictCache(5)
  return new Uint8Array(bytes)
}

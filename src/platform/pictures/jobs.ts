import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'

const require = createRequire(import.meta.url)
const fontFiles = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/noto-sans-jp/${file}`),
)

/** A drawing as PNG, twice as fine as the screen; no font and no file but ours is read. */
export function png({ svg, width }: { svg: string; width: number }): Uint8Array {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans JP' }
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width * 2 } }).render().asPng()
}

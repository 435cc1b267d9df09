import { beside, inWorker } from '../worker/worker.ts'

/** For papers and slides that take no SVG: drawn in the worker, so that nobody waits for it. */
export async function pngOf(drawing: { svg: string; width: number }): Promise<Buffer> {
  const limits = { tooHard: '図が大きすぎて画像にできませんでした。事例を減らすか、SVGで受けとってください' }
  return Buffer.from(await inWorker<Uint8Array>(beside(import.meta.url, 'jobs'), 'png', drawing, limits))
}

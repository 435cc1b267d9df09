/** The sheet of paper by itself. */
export interface ModelPrintPage {
  heading: string
  svg: string
  fits: boolean
  isCut: boolean
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/model-papers/print': ModelPrintPage
  }
}

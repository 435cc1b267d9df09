import { getDocumentProxy } from 'unpdf'

interface Node {
  role?: string
  children?: Node[]
}

export interface Printed {
  title: string
  language: string
  isMarked: boolean
  /** Text page by page, without the spaces and line ends that only the page needed. */
  pages: string[]
  /** Kinds of the marks in reading order: H1, P, LI … */
  roles: string[]
}

export const bare = (text: string): string => text.replace(/\s+/g, '')

const rolesIn = (node: Node | null): string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)] : []

/** A PDF as another program reads it. */
export async function printed(bytes: Buffer): Promise<Printed> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await document.getMetadata()
  const facts = info as { Title?: string; Language?: string }
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const pages: string[] = []
  const roles: string[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const { items } = await page.getTextContent()
    pages.push(bare((items as { str?: string }[]).map((item) => item.str ?? '').join('')))
    roles.push(...rolesIn((await page.getStructTree()) as Node | null))
  }
  return { title: facts.Title ?? '', language: facts.Language ?? '', isMarked: marks?.Marked === true, pages, roles }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../src/platform/root.ts'
import { drawView } from '../../src/platform/web/draw.ts'
import { parts, problems, shell } from './surface-parts.ts'

const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(projectRoot, folder), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
    .sort()

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const views = filesUnder('views', /\.ejs$/)
const styles = filesUnder('static/css', /\.css$/)
const scripts = filesUnder('static/js', /\.js$/)

/** Files that hold what must not be there, with the words found. */
const finding = (files: string[], unwanted: RegExp): string[] =>
  files.flatMap((file) => [...read(file).matchAll(unwanted)].map((found) => `${file}: ${found[0]}`))

const longerThan = (files: string[], most: number): string[] =>
  files
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file}: ${lines} lines`)

describe('the surface', () => {
  it('asks nothing of another origin', () => {
    const outside = /(?:https?:)?\/\/(?!www\.w3\.org\/)[a-z0-9-]+\.[a-z]{2,}[^\s"'`)]*/gi
    const text = (file: string) => read(file).replace(/<%#[\s\S]*?%>/g, '')
    const found = [...views, ...styles, ...scripts, ...filesUnder('static', /\.svg$/)].filter((file) =>
      text(file).match(outside),
    )
    expect(found).to.deep.equal([])
    expect(finding(styles, /@import|url\(/g)).to.deep.equal([])
  })

  it('obeys the strict content policy: no style attribute, no script in the page', () => {
    expect(finding(views, /\sstyle\s*=/gi)).to.deep.equal([])
    expect(finding(views, /<style\b/gi)).to.deep.equal([])
    expect(finding(views, /\son[a-z]+\s*=\s*["']/gi)).to.deep.equal([])
    const bare = (file: string) => read(file).replace(/<%[\s\S]*?%>/g, '')
    expect(views.filter((file) => /<script\b[^>]*>(?!<\/script>)/i.test(bare(file)))).to.deep.equal([])
    expect(finding(views, /javascript:/gi)).to.deep.equal([])
  })

  it('prints nothing raw but parts, the drawn body and a drawn picture', () => {
    expect(finding(views, /<%-(?!\s*(?:include\(|body\b|picture\b|svg\b))[^%]*/g)).to.deep.equal([])
    expect(finding(scripts, /innerHTML|insertAdjacentHTML|document\.write/g)).to.deep.equal([])
  })

  it('locks no field: says why instead', () => {
    expect(finding(views, /<(?:input|textarea|select|button)\b[^>]*\s(?:disabled|readonly)\b/gi)).to.deep.equal([])
    expect(finding(views, /\splaceholder\s*=/gi)).to.deep.equal([])
  })

  it('keeps its files short', () => {
    expect(longerThan(views, 100)).to.deep.equal([])
    expect(longerThan([...styles, ...scripts], 250)).to.deep.equal([])
  })

  it('starts every POST form with its once-key', () => {
    const carriesItsOwn = 'views/people/kept-posts/show.ejs' // posts the kept fields again, the once-key among them
    const forms = views
      .filter((file) => file !== carriesItsOwn)
      .flatMap((file) =>
        [...read(file).matchAll(/<form\b[^>]*?method="post"[\s\S]*?<\/form>/gi)]
          .filter((form) => !form[0].includes("include('/parts/once'"))
          .map(() => file),
      )
    expect(forms).to.deep.equal([])
  })

  it('links every style sheet it has, and no other', () => {
    const listed = [...(read('views/parts/head.ejs').match(/\[([^\]]+)\]/)?.[1] ?? '').matchAll(/'([^']+)'/g)]
    expect(listed.map((name) => `static/css/${name[1]}.css`).sort()).to.deep.equal(styles)
  })

  it('draws every icon and state it names', () => {
    const drawn = new Set([...read('static/img/icons.svg').matchAll(/id="i-([a-z]+)"/g)].map((found) => found[1]))
    const named = views.flatMap((file) => [...read(file).matchAll(/\bicon: '([a-z]+)'/g)].map((found) => found[1]))
    expect(named.filter((name) => !drawn.has(name))).to.deep.equal([])
  })
})

describe('the parts', () => {
  for (const [name, props] of parts) {
    it(`${name}${props.kind ? ` (${props.kind})` : ''} stands with the least it needs`, async () => {
      const html = await drawView(`parts/${name}`, props)
      expect(html).to.not.match(/undefined|\[object|NaN/)
    })
  }

  it('are all tried here', () => {
    const inner = ['choices', 'control', 'frame-foot', 'frame-top', 'head', 'nav-links', 'problem', 'rail-links']
    const tried = new Set([...parts.map(([name]) => name), ...inner])
    expect(views.filter((file) => file.startsWith('views/parts/') && !tried.has(file.slice(12, -4)))).to.deep.equal([])
  })

  it('refuse a kind of field or a state they do not know', async () => {
    const field = {
      form: { values: {}, errors: {} },
      name: 'a',
      label: 'あ',
      kind: 'colour',
    }
    expect(await drawView('parts/field', field).catch((fault: Error) => fault.message)).to.include(
      'unknown kind of field',
    )
    expect(await drawView('parts/state', { state: 'gone' }).catch((fault: Error) => fault.message)).to.include(
      'unknown state',
    )
  })

  for (const status of problems) {
    it(`problem ${status} says what to do`, async () => {
      const html = await drawView(`problems/${status}`, {
        title: '題',
        message: '文',
        who: ['森野美香'],
        number: 'n42',
      })
      expect(html)
        .to.include('href="/"')
        .and.not.match(/undefined|\[object/)
    })
  }

  it('keep what was typed and tie the error to its field', async () => {
    const form = {
      values: { reason: '退院のあと<急に>弱る' },
      errors: { reason: '理由を20字以内にしてください' },
    }
    const html = await drawView('parts/field', {
      form,
      name: 'reason',
      label: '理由',
      kind: 'long',
      required: true,
    })
    expect(html)
      .to.include('退院のあと&lt;急に&gt;弱る')
      .and.include('aria-describedby="f-reason-e"')
      .and.include('aria-invalid="true"')
    expect(html).to.include('※必須').and.include('理由を20字以内にしてください')
    expect(await drawView('parts/error-summary', { form }))
      .to.include('href="#f-reason"')
      .and.include('1か所を直してください')
  })

  it('let an error link land on the first choice of a group', async () => {
    const form = {
      values: { scene: 'b' },
      errors: { scene: '場面を選んでください' },
    }
    const html = await drawView('parts/field', {
      form,
      name: 'scene',
      label: '場面',
      kind: 'radio',
      options: { a: '日常', b: '看取り' },
    })
    expect(html)
      .to.match(/<fieldset[^>]*aria-describedby="f-scene-e"/)
      .and.match(/id="f-scene" [^>]*value="a"/)
    expect(html).to.match(/value="b" checked/)
  })

  it('frame a page with its title, its notice and where we are', async () => {
    const given = {
      title: 'みどり町',
      crumbs: [{ label: 'ホーム', href: '/' }, { label: 'みどり町' }],
      body: '<h1>みどり町</h1>',
    }
    const html = await drawView('layout/page', {
      ...given,
      shell: { ...shell, hasErrors: true, notice: '記録しました' },
    })
    expect(html)
      .to.include('<title>エラー：みどり町｜伴走ノート</title>')
      .and.include('aria-current="page">みどり町')
      .and.include('記録しました')
    expect(
      await drawView('layout/plain', {
        ...given,
        shell: { ...shell, person: null },
      }),
    ).to.include('<h1>みどり町</h1>')
  })
})

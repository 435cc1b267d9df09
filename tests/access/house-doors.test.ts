import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { books } from '../../src/access/may.ts'
import { allRoutes } from '../../src/app.ts'
import { projectRoot } from '../../src/platform/root.ts'

describe('the doors of the house', () => {
  it('every door of the house names a deed of its own book', () => {
    const wrong = allRoutes(true).filter((r) => !Object.hasOwn(books[r.scope], r.may))
    expect(wrong.map((r) => `${r.method} ${r.path}: ${r.may}`)).to.deep.equal([])
  })

  it('no deed is written that nothing asks for', () => {
    const folder = join(projectRoot, 'src')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const code = files.filter((f) => !f.startsWith('access/')).map((f) => readFileSync(join(folder, f), 'utf8'))
    const deeds = Object.values(books).flatMap((book) => Object.keys(book))
    expect(deeds.filter((deed) => !code.some((text) => text.includes(`'${deed}'`)))).to.deep.equal([])
  })

  it('what is open to everybody is named here, one by one', () => {
    const open = allRoutes(true).filter((r) => r.may === 'public')
    expect(open.map((r) => `${r.method.toUpperCase()} ${r.path}`).sort()).to.deep.equal([
      'GET /dev/mail',
      'GET /dev/mail/:letterId',
      'GET /enter/:token',
      'GET /entry',
      'GET /entry/:programmeId',
      'GET /entry/:programmeId/guideline',
      'GET /entry/:programmeId/sent',
      'GET /entry/:programmeId/sheet',
      'GET /entry/:programmeId/start',
      'GET /help',
      'GET /help/:role',
      'GET /help/contact',
      'GET /invitation/:token',
      'GET /l/advice/:token',
      'GET /l/agreement/:token',
      'GET /l/answers/:token',
      'GET /l/answers/:token/thanks',
      'GET /l/calendar/:token',
      'GET /l/consent/:token',
      'GET /l/entry/:token',
      'GET /l/opinion/:token',
      'GET /l/poll/:token',
      'GET /l/report/:token',
      'GET /password/forgotten',
      'GET /password/reset/:token',
      'GET /setup/:token',
      'GET /sign-in',
      'GET /sign-in/sent',
      'POST /enter/:token',
      'POST /entry/:programmeId/start',
      'POST /invitation/:token',
      'POST /l/advice/:token',
      'POST /l/agreement/:token',
      'POST /l/answers/:token',
      'POST /l/consent/:token',
      'POST /l/entry/:token',
      'POST /l/opinion/:token',
      'POST /l/poll/:token',
      'POST /l/report/:token',
      'POST /l/report/:token/draft',
      'POST /password/forgotten',
      'POST /password/reset/:token',
      'POST /setup/:token',
      'POST /sign-in',
      'POST /sign-in/mail',
      'POST /sign-out',
    ])
  })
})

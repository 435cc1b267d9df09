import { expect } from 'chai'
import { entryLinkRoutes } from '../../../src/programme/applications/routes.ts'
import { beginningRoutes } from '../../../src/programme/beginnings/routes.ts'
import { entryMemberRoutes } from '../../../src/programme/entry-members/routes.ts'
import { letterTextRoutes } from '../../../src/programme/letter-texts/routes.ts'
import { applicationRoutes } from '../../../src/programme/nods/routes.ts'
import { yearRoutes } from '../../../src/programme/programmes/routes.ts'
import { settingsRoutes } from '../../../src/programme/settings/routes.ts'
import { stepRoutes } from '../../../src/programme/steps/routes.ts'
import { submissionRoutes } from '../../../src/programme/submissions/routes.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, town } from '../../support/town.ts'

const tables = {
  mika: [yearRoutes, settingsRoutes, stepRoutes, letterTextRoutes, applicationRoutes, submissionRoutes],
  nagi: [beginningRoutes, entryMemberRoutes, entryLinkRoutes, submissionRoutes],
}
const names = [
  'name',
  'fiscalYear',
  'from',
  'label',
  'kind',
  'shortLabel',
  'reportDays',
  'subject',
  'body',
  'mail',
  'organisation',
  'organisationId',
  'revision',
  'untilOn',
  'reason',
  'reopenReason',
  'withdrawReason',
  'deed',
  'publish',
  'to',
  'capacity',
  'entryClosesOn',
  'mailbox',
  'joint',
  'sheets',
]
const rubbish: [string, string | string[]][] = [
  ['long', 'あ'.repeat(50_000)], // only in one field: the whole form may be 4 MB
  ['code', "'; drop table regions; -- <script>alert(1)</script> #{7*7} {だれか} %_\\"],
  ['odd', '\u0000𠮷👨‍👩‍👧\ud800 ﷽ 令和7年2月30日'],
  ['many', ['a', 'b', '<b>']],
  ['number', '-99999999999999999999'],
]

const at = (path: string, t: { programmeId: string; regions: { suzukaze: string } }) =>
  path
    .replace(':programmeId', t.programmeId)
    .replace(':regionId', t.regions.suzukaze)
    .replace(':stepId', 'step-pre1')
    .replace(':key', 'submitted')
    .replace(/:\w+/g, 'nothing')

const fieldsWith = (kind: string, value: string | string[]) =>
  Object.fromEntries(names.map((name) => [name, kind === 'long' && name !== 'name' && name !== 'reason' ? 'a' : value]))

function judge(browser: Browser, what: string): void {
  expect(browser.status, what).to.be.lessThan(500)
  const said = browser.document
    .querySelectorAll('.error-text, .notice')
    .map((e) => e.textContent)
    .join(' ')
  expect(said.replace(/https?:\S+|name@|lg\.jp|\.docx|<script>.*<\/script>/g, ''), what).to.not.match(
    /[A-Za-z]{4,} [a-z]{2,} [a-z]{2,}/,
  )
}

describe('rubbish in the programme’s forms', () => {
  for (const [who, list] of Object.entries(tables)) {
    it(`gets ${who} a sentence and never a fault`, async () => {
      const t = await town(await freshDb())
      const browser = await browse(t, who as PersonName)
      for (const address of list.flatMap((table) => Object.keys(table)).filter((a) => a.startsWith('POST '))) {
        for (const [kind, value] of rubbish) {
          await browser.post(at(address.slice(5), t), fieldsWith(kind, value))
          judge(browser, `${address} ${kind}`)
        }
      }
    }).timeout(30_000)
  }
})

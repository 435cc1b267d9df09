import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { addBox } from '../../../src/tools/logic-models/body.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type WgTown, wgTown } from '../../support/working-group.ts'

describe('a logic model that the WG may read', function () {
  this.timeout(20_000)
  let midori: WgTown
  let mika: Browser
  let haru: Browser
  let here: string
  beforeEach(async () => {
    midori = await wgTown()
    mika = await browse(midori, 'mika')
    haru = await browse(midori, 'haru')
    here = paths.review(midori.programmeId, await midori.n('wg2'), midori.regions.midori)
  })

  async function aoiWrites(text: string): Promise<void> {
    const ctx = await midori.ctx('aoi')
    const edit = (body: Parameters<typeof addBox>[0]) => addBox(body, 'activity', { text }).body
    await savePaper(ctx, await midoriRegion(midori), logicModelKind, { edit })
  }

  it('is the version that was shown, and no later one; taken back it is gone', async () => {
    await mika.open(here)
    await mika.fill({}, 'いまの版を示す')
    expect([mika.status, mika.text.includes('まだ書かれていません')]).to.deep.equal([409, true])
    await aoiWrites('病棟をたずねる')
    expect((await haru.open(here)).text).to.not.include('病棟をたずねる')
    await mika.open(here)
    await mika.fill({}, 'いまの版を示す')
    expect(mika.notice).to.include('第1版をWGに示しました')
    await aoiWrites('まだ下書きの取組')
    await haru.open(here)
    expect(haru.text).to.include('病棟をたずねる').and.not.include('まだ下書きの取組')
    expect(haru.text).to.not.include('いまの版を示す')
    expect((await haru.post(`${here}/model`, {})).status).to.equal(403)
    await mika.open(here)
    await mika.fill({}, '取り下げる')
    expect((await haru.open(here)).text).to.not.include('病棟をたずねる')
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open(paths.regionHistory(midori.regions.midori))).text).to.include(
      'ロジックモデルの第1版をWGに示しました',
    )
  })

  it('of 市町村の内輪 is not put to the WG', async () => {
    await aoiWrites('内輪の取組')
    await midori.db.updateTable('documents').set({ circle: 'town' }).where('kind', '=', 'logic_model').execute()
    await mika.open(here)
    await mika.fill({}, 'いまの版を示す')
    expect([mika.status, mika.text.includes('市町村の内輪')]).to.deep.equal([409, true])
    expect((await haru.open(here)).text).to.not.include('内輪の取組')
  })

  it('whose own circle takes the WG in is read as it stands', async () => {
    await aoiWrites('みんなに見せる取組')
    await midori.db.updateTable('documents').set({ circle: 'wg' }).where('kind', '=', 'logic_model').execute()
    expect((await haru.open(here)).text).to.include('みんなに見せる取組')
  })
})

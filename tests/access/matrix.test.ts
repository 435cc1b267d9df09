import { expect } from 'chai'
import { type Actor, nobody, type ProgrammeFacts, type RegionFacts } from '../../src/access/actor.ts'
import { books, type Deed, may } from '../../src/access/may.ts'
import { programmeSeen } from '../../src/programme/programmes/store.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import { freshDb } from '../support/db.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

/** Each deed with everybody of the named town whom the rule book lets through, in words. */
type Matrix = Record<string, string>

/** みどり町, whose support has begun. */
const selected: Matrix = {
  'advice.answer': 'mika shun aoi daichi',
  'advice.give': 'mika shun ken',
  'board.edit': 'mika shun',
  'board.view': 'mika shun ken aoi daichi ren saki sora haru tomo',
  'bundle.export': 'mika shun',
  'consent.answer': 'ren saki',
  'consent.record': 'mika shun',
  'consent.request': 'mika shun aoi daichi',
  'consent.view': 'mika shun aoi daichi ren saki',
  'consultation.answer': 'mika shun ken',
  'consultation.ask': 'mika shun aoi daichi ren saki sora',
  'consultation.publish': 'mika shun',
  'decision.reverse': 'mika shun',
  'decision.view': 'mika shun aoi daichi ren saki',
  'desk.view': 'mika shun ken',
  'entry.edit': 'mika shun aoi daichi',
  'entry.reopen': 'mika shun',
  'entry.submit': 'mika shun aoi daichi',
  'entry.view': 'mika shun ken aoi daichi ren saki',
  'entry.withdraw': 'mika shun aoi daichi',
  'entry.write': 'aoi daichi',
  'file.add': 'mika shun ken aoi daichi',
  'filing.keep': 'mika shun',
  'homework.answer': 'mika shun ken',
  'homework.ask': 'mika shun ken',
  'homework.hand_in': 'mika shun ken aoi daichi ren saki sora',
  'joint.answer': 'mika shun aoi daichi ren saki',
  'joint.hand_in': 'mika shun aoi daichi',
  'meeting.fix': 'mika shun',
  'meeting.papers': 'mika shun ken aoi daichi ren saki sora',
  'meeting.record': 'mika shun ken',
  'meeting.schedule': 'mika shun',
  'note.write': 'mika shun ken yui',
  'observation.write': 'ren saki',
  'effect.write': 'mika shun aoi daichi ren saki',
  'paper.comment': 'mika shun ken aoi daichi ren saki sora',
  'paper.share': 'mika shun aoi daichi',
  'paper.view': 'mika shun ken aoi daichi ren saki sora',
  'paper.write': 'mika shun aoi daichi',
  'passed.view': 'mika shun ken aoi daichi ren saki sora',
  'plan.write': 'mika shun ren saki',
  'practice.record': 'mika shun ken aoi daichi ren saki sora',
  'promise.make': 'mika shun ken aoi daichi ren saki',
  'record.take': 'mika shun aoi daichi',
  'region.edit': 'mika shun',
  'region.pause': 'mika shun',
  'region.team': 'mika shun',
  'region.view': 'mika shun ken aoi daichi ren saki sora haru tomo',
  'report.request': 'mika shun',
  'report.view': 'mika shun ken aoi daichi ren saki sora',
  'report.write': 'mika shun aoi daichi',
}

describe('the rule book, read back by name', () => {
  let midori: Town
  const actors = new Map<string, Actor>()
  let programme: ProgrammeFacts
  let region: RegionFacts
  let draft: RegionFacts
  let led: RegionFacts

  before(async () => {
    midori = await town(await freshDb())
    actors.set('stranger', nobody)
    for (const name of Object.keys(midori.people) as PersonName[]) actors.set(name, await midori.actor(name))
    const { db, programmeId, regions } = midori
    const own = await midori.actor('mika')
    programme = (await programmeSeen(db, own, programmeId)) as ProgrammeFacts
    region = (await regionSeen(db, own, regions.midori)) as RegionFacts
    draft = { ...region, isSubmitted: false, isSelected: false }
    led = (await regionSeen(db, own, regions.kitamori)) as RegionFacts
  })

  function matrix(deeds: object, facts?: ProgrammeFacts | RegionFacts): Matrix {
    const who = (deed: string) =>
      [...actors].filter(([, actor]) => may(actor, deed as Deed as 'region.view', facts as RegionFacts))
    return Object.fromEntries(
      Object.keys(deeds).map((deed) => [
        deed,
        who(deed)
          .map(([name]) => name)
          .join(' '),
      ]),
    )
  }

  it('doors that hang on the person alone', () => {
    expect(matrix(books.plain)).to.deep.equal({
      'account.administer': 'mika',
      'account.invite': 'mika shun',
      'bundle.import': 'mika shun',
      'home.view': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'letters.view': 'mika shun',
      'observation.list': 'mika shun ren hoku saki',
      'organisation.edit': 'mika shun',
      'organisation.import': 'mika',
      'organisation.view': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'profile.edit': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'task.view': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'programme.create': 'mika shun',
      'programme.list': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      public: 'stranger mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'region.list': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'years.view': 'mika shun haru tomo',
    })
  })

  it('doors of the programme', () => {
    expect(matrix(books.programme, programme)).to.deep.equal({
      'annual.write': 'mika shun',
      'dashboard.view': 'mika shun haru tomo',
      'entries.view': 'mika shun',
      'entry.begin': 'aoi daichi nagi ren hoku saki',
      'file.comment': 'mika shun ken yui haru',
      'file.review': 'mika shun ken yui haru tomo',
      'group.edit': 'mika shun',
      'homework.list': 'mika shun ken yui',
      'joint.ask': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru',
      'joint.edit': 'mika shun',
      'joint.view': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'matrix.names': 'mika shun ken yui',
      'matrix.view': 'mika shun',
      'opinion.answer': 'mika shun',
      'opinion.say': 'mika shun haru',
      'pack.make': 'mika shun',
      'programme.edit': 'mika shun',
      'programme.view': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
      'review.view': 'mika shun haru tomo',
      'selection.decide': 'mika shun',
      'selection.score': 'mika shun haru',
      'selection.view': 'mika shun haru',
      'tools.edit': 'mika shun',
      'year.take': 'mika shun',
      'templates.edit': 'mika shun',
      'tools.view': 'mika shun ken yui aoi daichi nagi ren hoku saki sora haru tomo',
    })
  })

  it('doors of みどり町, once selected', () => {
    expect(matrix(books.region, region)).to.deep.equal(selected)
  })

  it('doors of みどり町 while its entry is a draft', () => {
    expect(matrix(books.region, draft)).to.deep.equal({
      ...selected,
      'board.edit': '',
      'board.view': '',
      'consent.answer': '',
      'consent.request': '',
      'consent.view': 'mika shun aoi daichi',
      'entry.edit': 'aoi daichi',
      'entry.view': 'aoi daichi',
      'effect.write': '',
      'joint.answer': '',
      'joint.hand_in': '',
      'paper.comment': '',
      'paper.share': '',
      'paper.view': '',
      'paper.write': '',
      'passed.view': '',
      'plan.write': '',
      'record.take': 'aoi daichi',
      'region.view': 'mika shun ken aoi daichi sora',
    })
  })

  it('doors of 北森県, which leads itself and has only begun', () => {
    expect(matrix(books.region, led)).to.deep.equal({
      'advice.answer': 'mika shun hoku',
      'advice.give': 'mika shun',
      'board.edit': '',
      'board.view': '',
      'bundle.export': 'mika shun',
      'consent.answer': '',
      'consent.record': 'mika shun',
      'consent.request': '',
      'consent.view': 'mika shun hoku',
      'consultation.answer': 'mika shun',
      'consultation.ask': 'mika shun hoku',
      'consultation.publish': 'mika shun',
      'decision.reverse': 'mika shun',
      'decision.view': 'mika shun hoku',
      'desk.view': 'mika shun',
      'entry.edit': 'hoku',
      'entry.reopen': 'mika shun',
      'entry.submit': 'mika shun hoku',
      'entry.view': 'hoku',
      'entry.withdraw': 'mika shun hoku',
      'entry.write': 'hoku',
      'file.add': 'mika shun hoku',
      'filing.keep': 'mika shun',
      'homework.answer': 'mika shun',
      'homework.ask': 'mika shun',
      'homework.hand_in': 'mika shun hoku',
      'joint.answer': '',
      'joint.hand_in': '',
      'meeting.fix': 'mika shun',
      'meeting.papers': 'mika shun hoku',
      'meeting.record': 'mika shun',
      'meeting.schedule': 'mika shun',
      'note.write': 'mika shun ken yui',
      'observation.write': 'hoku',
      'effect.write': '',
      'paper.comment': '',
      'paper.share': '',
      'paper.view': '',
      'paper.write': '',
      'passed.view': '',
      'plan.write': '',
      'practice.record': 'mika shun hoku',
      'promise.make': 'mika shun hoku',
      'record.take': 'hoku',
      'region.edit': 'mika shun',
      'region.pause': 'mika shun',
      'region.team': 'mika shun',
      'region.view': 'mika shun hoku',
      'report.request': 'mika shun',
      'report.view': 'mika shun hoku',
      'report.write': 'mika shun hoku',
    })
  })

  it('knows every role: somebody of the town holds it', () => {
    const held = new Set([...actors.values()].flatMap((actor) => actor.memberships.map((m) => m.role)))
    expect([...held].sort()).to.deep.equal([
      'advisor',
      'municipality',
      'observer',
      'partner',
      'prefecture',
      'secretariat',
      'wg_member',
    ])
  })
})

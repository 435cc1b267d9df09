import { expect } from 'chai'
import { organisationPaths } from '../../src/paths/organisations.ts'
import { bundlePaths } from '../../src/paths/overview.ts'
import { peoplePaths } from '../../src/paths/people.ts'
import { programmePaths } from '../../src/paths/programme.ts'
import { supportPaths } from '../../src/paths/support.ts'
import { toolPaths } from '../../src/paths/tools.ts'

describe('the one book of URLs', () => {
  it('has no name twice: the later wing would silently take the earlier one’s addresses', () => {
    const wings = [peoplePaths, organisationPaths, programmePaths, supportPaths, toolPaths, bundlePaths]
    const names = wings.flatMap((wing) => Object.keys(wing))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).to.deep.equal([])
  })
})

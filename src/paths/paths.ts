import { organisationPaths } from './organisations.ts'
import { bundlePaths } from './overview.ts'
import { peoplePaths } from './people.ts'
import { programmePaths } from './programme.ts'
import { supportPaths } from './support.ts'
import { toolPaths } from './tools.ts'

/** The one book of URLs. */
export const paths = {
  ...peoplePaths,
  ...organisationPaths,
  ...programmePaths,
  ...supportPaths,
  ...toolPaths,
  ...bundlePaths,
}

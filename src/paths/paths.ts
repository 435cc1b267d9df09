import { annualPaths } from './annual.ts'
import { boardsPaths } from './boards.ts'
import { closingPaths } from './closing.ts'
import { dashboardsPaths } from './dashboards.ts'
import { exportsPaths } from './exports.ts'
import { groupsPaths } from './groups.ts'
import { jointPaths } from './joint.ts'
import { organisationPaths } from './organisations.ts'
import { bundlePaths } from './overview.ts'
import { packsPaths } from './packs.ts'
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
  ...boardsPaths,
  ...closingPaths,
  ...groupsPaths,
  ...packsPaths,
  ...jointPaths,
  ...exportsPaths,
  ...dashboardsPaths,
  ...annualPaths,
}

import { benchCounting } from './counting'
import { benchDesk } from './desk'
import { benchEntitlements } from './entitlements'
import { benchMapping } from './mapping'
import { benchPages } from './pages'
import { benchSearch } from './search'

/** npm run bench [-- counting pages]: every measurement of the project, or those named. */
const benches = {
  counting: benchCounting,
  entitlements: benchEntitlements,
  search: benchSearch,
  mapping: benchMapping,
  desk: benchDesk,
  pages: benchPages,
}
const chosen = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) if (chosen.length === 0 || chosen.includes(name)) await bench()

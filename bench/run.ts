import { benchCounting } from './counting'
import { benchPages } from './pages'

const all = { counting: benchCounting, pages: benchPages }

/** npm run bench [-- counting pages]: measurements of the project, each against something run in the same process or run. */
const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(all)) if (asked.length === 0 || asked.includes(name)) await bench()

import { benchCounting } from './counting'
import { benchMapping } from './mapping'

/** npm run bench [-- counting|mapping]: every measurement of the project, or one of them. */
const benches = { counting: benchCounting, mapping: benchMapping }
const chosen = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) if (chosen.length === 0 || chosen.includes(name)) await bench()

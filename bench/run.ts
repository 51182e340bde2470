import { benchCounting } from './counting'
import { benchSearch } from './search'

/** npm run bench: every measurement of the project, each against something run in the same process. */
benchCounting()
benchSearch()

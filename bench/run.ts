import { benchCounting } from './counting'

/** npm run bench: every measurement of the project, each against something run in the same process. */
benchCounting()

/** What the rest of Pranë, a worker and a page of an auditor use. Pure TypeScript, no dependency, no I/O. */
export { count, type CountResult, type Outcome } from './count'
export { explain, type Explanation } from './explanation'
export { parseDecimal } from './fraction'
export { metaValue, readPb, tableOf, writePb, type PbFile, type PbResult } from './pb'
export { countAndExplain, type CountReport, type ReportResult } from './report'
export { lotOf } from './ties'
export * from './types'
export { parseOptions } from './options'

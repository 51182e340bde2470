import { randomUUID } from 'node:crypto'
import type { Prisma } from '../../../generated/prisma/client'
import type { Language } from '~/i18n/registers'
import type { Viewer } from '~/lib/staff'
import { getDatabase } from '~/server/db.server'
import { addJob } from '~/server/jobs.server'
import { openText, sealText } from '~/server/keys.server'
import { writeDown } from '../accounts/audit.server'
import { findNewestRun, type ImportReport } from './commands.server'
import { actsOf, isAtWork, type FileAct, type FileRow, type FileState, type FileView } from './desk-view'
import { faultIn, reportIn } from './report.server'
import type { FileFault } from './table.server'

/** What the desk takes; whatever is larger is loaded by the command. */
export const fileLimits = { bytes: 5 * 1024 * 1024, rows: 5_000 } as const
const shownFiles = 50
const day = 24 * 60 * 60_000
/** As docs/data-inventory.md says it: a file that nobody loaded, and the report of one that was. */
const keptFor = 7 * day
/** In milliseconds: a batch of rows takes a second or two. */
const stillAfter = 60_000

/** What is kept of the last trial or load; a fault is of the file as a whole. */
export type Kept = { report: ImportReport } | { fault: Pick<FileFault, 'code' | 'values' | 'columns'> }

const boundTo = (id: string, what: 'file' | 'report') => `mapping ${what} ${id}`
export const sealFile = (bytes: Uint8Array, id: string) => sealText(bytes, boundTo(id, 'file'))
export const openFile = (sealed: Uint8Array, id: string) => openText(sealed, boundTo(id, 'file'))
export const sealReport = (kept: Kept, id: string) => sealText(JSON.stringify(kept), boundTo(id, 'report'))

/** Whose files somebody sees: the country's staff all, a municipality's administrator those of that municipality. */
const keptBy = ({ role, municipalityCode }: Viewer) =>
  (role === 'national' ? {} : { municipalityCode: municipalityCode ?? '' }) satisfies Prisma.MappingFileWhereInput

type Asked = { viewer: Viewer; now: Date }
export type SendError = 'missing' | 'empty' | 'tooLarge'

/** Takes a file in and has it tried. Null for somebody of no municipality, who could load nothing. */
export async function sendFile(
  file: { name: string; bytes: Uint8Array } | null,
  { viewer, now }: Asked,
): Promise<{ id: string } | { error: SendError } | null> {
  const { role, municipalityCode, staffId } = viewer
  const onlyIn = role === 'national' ? null : municipalityCode
  if (role !== 'national' && onlyIn === null) return null
  if (file === null) return { error: 'missing' }
  if (file.bytes.length === 0) return { error: 'empty' }
  if (file.bytes.length > fileLimits.bytes) return { error: 'tooLarge' }
  const id = randomUUID()
  const { prisma } = await getDatabase()
  await prisma.$transaction(async (tx) => {
    const sealed = sealFile(file.bytes, id)
    await tx.mappingFile.create({
      data: { id, staffId, municipalityCode: onlyIn, name: plainName(file.name), sealed, sentAt: now, movedAt: now },
    })
    await addJob(tx, jobOf(id, viewer, now))
    await writeDown({ staffId, action: 'mapping', subject: `mapping:${id}`, detail: 'sent', now }, tx)
  })
  return { id }
}

const jobOf = (fileId: string, { staffId }: Viewer, now: Date) => ({
  kind: 'mapping-file',
  detail: { fileId, staffId },
  runAt: now,
})

/** The last part of a path, without signs that could steer what shows it. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...plain].slice(0, 100).join('') || '–'
}

const rowColumns = {
  id: true,
  name: true,
  state: true,
  sentAt: true,
  municipalityCode: true,
  staff: { select: { name: true } },
} as const
type Row = Prisma.MappingFileGetPayload<{ select: typeof rowColumns }>

/** The files of the viewer's reach, the newest first. */
export async function findFiles(viewer: Viewer): Promise<FileRow[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.mappingFile.findMany({
    where: keptBy(viewer),
    orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
    take: shownFiles,
    select: rowColumns,
  })
  const names = await namesOf(rows)
  return rows.map((row) => toRow(row, names))
}

/** Names of municipalities, by code. */
async function namesOf(rows: Row[]): Promise<Map<string, string>> {
  const { prisma } = await getDatabase()
  const codes = rows.flatMap(({ municipalityCode }) => municipalityCode ?? [])
  const places = await prisma.municipality.findMany({
    where: { code: { in: codes } },
    select: { code: true, nameSq: true },
  })
  return new Map(places.map(({ code, nameSq }) => [code, nameSq]))
}

function toRow({ id, name, state, sentAt, staff, municipalityCode }: Row, names: Map<string, string>): FileRow {
  const municipality = municipalityCode === null ? null : (names.get(municipalityCode) ?? municipalityCode)
  return { id, name, state, sentAt: sentAt.toISOString(), who: staff.name, municipality }
}

/** One of them, with what its trial or load found. */
export async function findFile(id: string, { viewer, now, language }: Asked & { language: Language }) {
  const { prisma } = await getDatabase()
  const row = await prisma.mappingFile.findFirst({
    where: { ...keptBy(viewer), id },
    select: {
      ...rowColumns,
      outcome: true,
      report: true,
      skipBadRows: true,
      rows: true,
      rowsRead: true,
      movedAt: true,
      runId: true,
    },
  })
  if (!row) return null
  const opened = row.report && openText(row.report, boundTo(id, 'report'))
  const kept = opened ? (JSON.parse(opened.toString()) as Kept) : null
  const isNewest = row.runId !== null && (await findNewestRun(prisma))?.id === row.runId
  const view: FileView = {
    ...toRow(row, await namesOf([row])),
    outcome: row.outcome,
    rows: row.rows,
    rowsRead: row.rowsRead,
    movedAt: row.movedAt.toISOString(),
    isStill: isAtWork(row.state) && now.getTime() - row.movedAt.getTime() > stillAfter,
    report: kept && 'report' in kept ? reportIn(language, kept.report) : null,
    fault: kept && 'fault' in kept ? faultIn(language, kept.fault) : null,
    may: actsOf(row, isNewest),
  }
  return view
}

/** Which state leads where; a button that is pressed twice finds the state gone. */
const steps = {
  load: { from: { state: 'tried', outcome: 'wouldLoad' }, to: { state: 'loading' } },
  skip: {
    from: { state: 'tried', outcome: 'refused', skipBadRows: false },
    to: { state: 'trying', skipBadRows: true },
  },
  undo: { from: { state: 'loaded' }, to: { state: 'undoing' } },
} as const satisfies Record<string, { from: { state: FileState; [field: string]: unknown }; to: object }>

/**
 * Begins one act, which a job carries out. What cannot be done any more is not done: the page says how it stands.
 *
 * @returns `gone` when the file was removed, null for a file that this person does not see
 */
export async function actOnFile(id: string, act: FileAct, { viewer, now }: Asked): Promise<'begun' | 'gone' | null> {
  const { prisma } = await getDatabase()
  const own = { ...keptBy(viewer), id }
  return prisma.$transaction(async (tx) => {
    const row = await tx.mappingFile.findFirst({ where: own, select: { runId: true } })
    if (!row) return null
    if (act === 'drop') {
      const state = { in: ['tried', 'unreadable', 'failed'] satisfies FileState[] }
      const { count } = await tx.mappingFile.deleteMany({ where: { ...own, state, runId: null } })
      if (count === 0) return 'begun'
      await writeDown(
        { staffId: viewer.staffId, action: 'mapping', subject: `mapping:${id}`, detail: 'dropped', now },
        tx,
      )
      return 'gone'
    }
    if (act === 'undo' && (await findNewestRun(tx))?.id !== row.runId) return 'begun'
    const { from, to } = steps[act]
    const { count } = await tx.mappingFile.updateMany({
      where: { ...own, ...from },
      data: { ...to, outcome: null, rowsRead: 0, movedAt: now },
    })
    if (count === 1) await addJob(tx, jobOf(id, viewer, now))
    return 'begun'
  })
}

/** Removes files that nobody loaded, and what cells the reports of the others repeat. */
export async function removeOldFiles(now: Date): Promise<void> {
  const { prisma } = await getDatabase()
  const movedAt = { lte: new Date(now.getTime() - keptFor) }
  const state = { notIn: ['trying', 'loading', 'undoing'] satisfies FileState[] }
  await prisma.mappingFile.deleteMany({ where: { runId: null, state, movedAt } })
  await prisma.mappingFile.updateMany({ where: { runId: { not: null }, state, movedAt }, data: { report: null } })
}

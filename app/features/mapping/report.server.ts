import type { TFunction } from 'i18next'
import { languageOf, type Language, type Register } from '../../i18n/registers'
import { translator } from '../../i18n/texts.server'
import type { RowError } from './check-row.server'
import { columns, type ColumnName } from './columns'
import type { ImportReport } from './commands.server'
import type { ReportView } from './desk-view'
import type { FileFault } from './table.server'

const spoken: Register[] = ['sq', 'en']

/** What a load did, in Albanian and then in English: what came of it, the counts, and each fault with its mend. */
export function reportLines(report: ImportReport, completeFor: string[]): string[] {
  return inBoth((t, language) => {
    const { outcome, counts, errors, ignored, runId } = report
    const isSilent = outcome === 'refused' && counts.refused === 0
    const why = isSilent
      ? 'refusedSilent'
      : outcome === 'refused' && completeFor.length > 0
        ? 'refusedComplete'
        : outcome
    const more = counts.refused - new Set(errors.map(({ row }) => row)).size
    return [
      ...errors.map((error) => errorLine(error, t, language)),
      ...(more > 0 ? [t('mapping:more', { more })] : []),
      ...(ignored.length > 0 ? [t('mapping:ignored', { columns: ignored.map(shown).join(', ') })] : []),
      t('mapping:counts', counts),
      t(`mapping:outcome.${why}`, { run: runId ?? '' }),
    ]
  })
}

/** So many faults stand on one page; whoever mends them tries again. */
const shownErrors = 200

/** What a trial or a load found, for a page of the desk. */
export function reportIn(language: Language, { counts, errors, ignored }: ImportReport): ReportView {
  const t = translator(language)
  const told = errors.slice(0, shownErrors)
  const { rows, new: made, changed, unchanged, refused } = counts
  return {
    counts: { rows, new: made, changed, unchanged, refused },
    errors: told.map((error) => errorLine(error, t, language)),
    more: refused - new Set(told.map(({ row }) => row)).size,
    ignored: ignored.length > 0 ? ignored.map(shown).join(', ') : null,
  }
}

type Fault = Pick<FileFault, 'code' | 'values' | 'columns'>

/** Why a file cannot be read, for a page of the desk. */
export function faultIn(language: Language, fault: Fault): string {
  return faultLine(fault, translator(language), language, 'template.csv')
}

/** Why a file cannot be read, in both languages. */
export function faultLines(fault: FileFault): string[] {
  return inBoth((t, language) => [faultLine(fault, t, language, 'docs/mapping/template.csv')])
}

function faultLine({ code, values, columns: named }: Fault, t: TFunction, language: Language, template: string) {
  const labels = named.map((column) => `“${labelOf(column, language)}”`).join(', ')
  return t(`mapping:file.${code}`, { ...values, columns: labels, template })
}

/** A sentence of the command, in both languages. */
export function commandLines(
  key: 'usage' | 'notUnderstood' | 'locked' | 'outcome.undone' | 'outcome.nothingToUndo' | 'outcome.unknownPlace',
  values: Record<string, string | number> = {},
): string[] {
  const shownValues = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(String(value))]))
  return inBoth((t) => [t(`mapping:${key}`, shownValues)])
}

function inBoth(lines: (t: TFunction, language: Language) => string[]): string[] {
  return spoken.flatMap((register) => lines(translator(register), languageOf(register)))
}

/** "Row 3, column “Typology”, value “x”." and what to do about it, with the words that may stand there. */
function errorLine({ row, column, value, fault, detail = '' }: RowError, t: TFunction, language: Language): string {
  const definition = columns[column]
  const asks = ['missing', 'unknown', 'sayHidden'].includes(fault)
  const words = 'words' in definition && asks ? definition.words.flatMap((word) => word[language][0] ?? []) : []
  return [
    t('mapping:row', { row, column: labelOf(column, language), value: shown(value) }),
    t(`mapping:fault.${fault}`, { detail }),
    ...(words.length > 0 ? [t('mapping:allowed', { words: words.join('; ') })] : []),
  ].join(' ')
}

function labelOf(column: ColumnName, language: Language): string {
  return columns[column][language]
}

/** The start of a value, without signs that could steer a terminal. */
function shown(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain
}

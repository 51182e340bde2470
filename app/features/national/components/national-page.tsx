import { formatAmount, formatDate, formatMonths } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { useTranslation } from '~/i18n/use-translation'
import { deskPaths, machinePaths, paths } from '~/paths'
import { SelectField } from '~/ui/select-field'
import type { NationalLine, NationalView } from '../view'

/** The whole country: where no record is known, for whom, and how municipalities answer. */
export function NationalPage(view: NationalView) {
  const { t } = useTranslation(['desk-national', 'directory'])
  const { types, groups, sought, gaps, lines } = view
  return (
    <div className="page desk stack">
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <form method="get" action={deskPaths.national} className="stack">
        <SelectField
          name="type"
          label={t('type')}
          all={t('any')}
          value={sought.type ?? ''}
          options={types.map((code) => [code, t(`directory:type.${code}`)])}
        />
        <SelectField
          name="group"
          label={t('group')}
          all={t('any')}
          value={sought.group ?? ''}
          options={groups.map((code) => [code, t(`directory:group.${code}`)])}
        />
        <button type="submit" className="button">
          {t('button')}
        </button>
      </form>
      <Without {...view} />
      <Gaps
        caption={t('byType')}
        rows={gaps.types.map(({ code, without }) => ({ name: t(`directory:type.${code}`), without }))}
        of={lines.length}
      />
      <Gaps
        caption={t('byGroup')}
        rows={gaps.groups.map(({ code, without }) => ({ name: t(`directory:group.${code}`), without }))}
        of={lines.length}
      />
      <Municipalities {...view} />
      <ul>
        {['services', 'answers'].map((file) => (
          <li key={file}>
            <a href={machinePaths.dataFile(`${file}.csv`)}>{t(`file.${file}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Municipalities without a record of what was sought. */
function Without({ without, lines }: NationalView) {
  const { t } = useTranslation('desk-national')
  const { register } = useRegister()
  if (without === null) return null
  return (
    <section className="stack" aria-labelledby="without">
      <h2 id="without">{t('without', { count: without.length, of: lines.length })}</h2>
      <ul className="columns">
        {without.map(({ slug, name, isComplete }) => (
          <li key={slug}>
            <a href={paths.municipality(register, slug)}>{name}</a> {isComplete && t('complete')}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Gaps({ caption, rows, of }: { caption: string; rows: { name: string; without: number }[]; of: number }) {
  const { t } = useTranslation('desk-national')
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.what')}</th>
          <th scope="col">{t('column.without')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, without }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{t('count', { count: without, of })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Municipalities({ lines, quarter }: NationalView) {
  const { t } = useTranslation('desk-national')
  const { language } = useRegister()
  return (
    <section className="stack">
      <h2>{t('municipalities')}</h2>
      <p>{t('order')}</p>
      <p>{quarter ? t('quarter', { months: formatMonths(monthsOfQuarter(quarter), language) }) : t('noQuarter')}</p>
      <ul className="plain-list">
        {lines.map((line) => (
          <Municipality key={line.slug} {...line} />
        ))}
      </ul>
    </section>
  )
}

function Municipality(line: NationalLine) {
  const { t } = useTranslation('desk-national')
  const { register, language } = useRegister()
  const { slug, name, county, records, checked, oldestCheck, received, answeredInTarget, mappedOn } = line
  const day = (date: string | null) => date && formatDate(date, language)
  const number = (count: number | null) => count !== null && formatAmount(count, language)
  const cells = {
    records: number(records),
    checked: number(checked),
    oldest: day(oldestCheck),
    received: number(received),
    inTarget: number(answeredInTarget),
    mapped: day(mappedOn),
  }
  // What is not known, or not shown, is not said.
  const facts = Object.entries(cells).flatMap(([fact, text]) => (text ? [t(`fact.${fact}`, { text })] : []))
  return (
    <li>
      <a className="alone" href={paths.municipality(register, slug)}>
        {name}
      </a>
      <p>{[county, ...facts].join(' · ')}</p>
    </li>
  )
}

/** The first and last months of a quarter such as "2026-Q3". */
function monthsOfQuarter(quarter: string): { from: string; to: string } {
  const [year = '', number = ''] = quarter.split('-Q')
  const first = (Number(number) - 1) * 3 + 1
  const month = (of: number) => `${year}-${String(of).padStart(2, '0')}-01`
  return { from: month(first), to: month(first + 2) }
}

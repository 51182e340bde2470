import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { OfficeView } from '../rules'
import { useSeenLine } from './seen-line'

/** How to reach an office, with the date of the source: public contacts are mostly unconfirmed. */
export function OfficeFacts({ office, brief = false }: { office: OfficeView; brief?: boolean }) {
  const { t } = useTranslation('municipality')
  const seenLine = useSeenLine()
  const rows: [string, ReactNode][] = [
    ['address', office.address],
    ['phone', office.phone && <a href={`tel:${office.phone.replaceAll(' ', '')}`}>{office.phone}</a>],
    ['hours', office.hours],
    ['email', !brief && office.email && <a href={`mailto:${office.email}`}>{office.email}</a>],
    ['website', !brief && office.website && <a href={office.website}>{hostOf(office.website)}</a>],
    ['socialPage', !brief && office.socialPage && <a href={office.socialPage}>{t('office.socialPageLink')}</a>],
  ]
  const known = rows.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <>
      <dl className="facts">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`office.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small">{seenLine(office)}</p>
    </>
  )
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}

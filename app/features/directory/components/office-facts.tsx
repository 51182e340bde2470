import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeView } from '../rules'
import { useSeenLine } from './seen-line'

/** How to reach an office, with the date of the source: public contacts are mostly unconfirmed. */
export function OfficeFacts({ office }: { office: OfficeView }) {
  const { t } = useTranslation('municipality')
  const seenLine = useSeenLine()
  const rows: [string, ReactNode][] = [
    ['address', office.address],
    ['phone', office.phone && <a href={`tel:${office.phone.replaceAll(' ', '')}`}>{office.phone}</a>],
    ['email', office.email && <a href={`mailto:${office.email}`}>{office.email}</a>],
    ['website', office.website && <a href={office.website}>{hostOf(office.website)}</a>],
    ['socialPage', office.socialPage && <a href={office.socialPage}>{t('office.socialPageLink')}</a>],
    ['hours', office.hours],
  ]
  return (
    <>
      <dl className="facts">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
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

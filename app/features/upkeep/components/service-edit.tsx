import { useTranslation } from 'react-i18next'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import type { KeptService } from '../queries.server'

type Props = { service: KeptService; phone: string; errors: { phone?: true; undo?: true }; isHeld: boolean }

/** Corrects one service of the municipality, or takes its newest correction back. */
export function ServiceEdit({ service, phone, errors, isHeld }: Props) {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  return (
    <div className="page stack desk">
      <a href={deskPaths.services}>{t('back')}</a>
      <h1>{service.name}</h1>
      <p>
        {service.checkedOn === null
          ? t('neverChecked')
          : t('checkedOn', { date: formatSeen({ on: service.checkedOn, precision: 'day' }, language) })}
      </p>
      {isHeld && <p className="notice">{t('held')}</p>}
      {errors.undo && (
        <p className="notice" role="alert">
          {t('error.undo')}
        </p>
      )}
      <form method="post" noValidate className="narrow">
        <div className="field">
          <label htmlFor="phone">{t('phone')}</label>
          {errors.phone && (
            <p id="phone-error" className="error" role="alert">
              {t('error.phone')}
            </p>
          )}
          <input
            id="phone"
            name="phone"
            type="text"
            inputMode="tel"
            defaultValue={phone}
            aria-invalid={errors.phone}
            aria-describedby={errors.phone && 'phone-error'}
          />
        </div>
        <button type="submit" className="button" name="do" value="correct">
          {t('save')}
        </button>
      </form>
      {service.layer !== null && (
        <form method="post" noValidate>
          <input type="hidden" name="layer" value={service.layer} />
          <button type="submit" className="button" name="do" value="undo">
            {t('undo')}
          </button>
        </form>
      )}
    </div>
  )
}

import { useTranslation } from '~/i18n/use-translation'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { partNames } from '../fields'
import { PartFields, useFaults, type FormView } from './service-fields'

/** Adds a service that the directory does not have. */
export function ServiceNew({ isHeld, ...form }: FormView & { isHeld: boolean }) {
  const { t } = useTranslation('desk-services')
  const problems = useFaults(form.faults)
  return (
    <div className="page stack desk">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      {isHeld && (
        <p className="notice good" role="status">
          {t('held')}
        </p>
      )}
      <p>
        <a href={deskPaths.services}>{t('back')}</a>
      </p>
      <h1>{t('new.title')}</h1>
      <p>{t('new.what')}</p>
      <p>{t('new.refuge')}</p>
      <form method="post" noValidate className="stack narrow">
        {form.faults['nameSq'] === 'double' && (
          <label className="tick">
            <input type="checkbox" name="another" value="1" />
            {t('new.another')}
          </label>
        )}
        {partNames.map((name) => (
          <PartFields key={name} name={name} {...form} />
        ))}
        <button type="submit" className="button">
          {t('new.button')}
        </button>
      </form>
    </div>
  )
}

import { useTranslation } from '~/i18n/use-translation'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/select-field'
import { meetingKinds, type DeskErrors } from '../desk-forms'
import { helpAreas, helps, howMany, maxNotes } from '../rules'

export type MeetingView = {
  units: { number: number; name: string }[]
  typed: Record<string, string>
  errors: DeskErrors
  wasSent: boolean
}

/** Many needs in one sitting: a row for each. */
export function MeetingForm({ units, typed, errors, wasSent }: MeetingView) {
  const { t } = useTranslation(['desk', 'tell'])
  const problems = Object.entries(errors)
  const rows = Array.from({ length: maxNotes }, (_, index) => index + 1)
  return (
    <div className="page desk stack">
      {problems.length > 0 && (
        <ErrorSummary
          errors={problems.map(([field, error]) => ({ href: `#${field}`, text: t(`desk:error.${error}`) }))}
        />
      )}
      {wasSent && (
        <p className="notice" role="status">
          {t('desk:meeting.sentBefore')}
        </p>
      )}
      <h1>{t('desk:meeting.title')}</h1>
      <p>{t('desk:meeting.what')}</p>
      <form method="post" action={deskPaths.meeting} noValidate className="stack">
        <input type="hidden" name="batch" value={typed['batch']} />
        <SelectField
          name="origin"
          label={t('desk:meeting.kind')}
          all={t('desk:meeting.choose')}
          value={typed['origin']}
          options={meetingKinds.map((kind) => [kind, t(`desk:origin.${kind}`)])}
        />
        {rows.map((row) => (
          <fieldset key={row} className="meeting-row">
            <legend>{t('desk:meeting.row', { number: row })}</legend>
            <RowFault error={errors[`help-${row}`] ?? errors[`words-${row}`]} />
            <div className="field">
              <label htmlFor={`help-${row}`}>{t('tell:label.help')}</label>
              <select id={`help-${row}`} name={`help-${row}`} defaultValue={typed[`help-${row}`] ?? ''}>
                <option value="">{t('desk:meeting.choose')}</option>
                {helpAreas.map((area) => (
                  <optgroup key={area} label={t(`tell:area.${area}`)}>
                    {helps[area].map((help) => (
                      <option key={help} value={help}>
                        {t(`tell:help.${help}`)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </div>
            <SelectField
              name={`unit-${row}`}
              label={t('tell:label.unit')}
              all={t('desk:meeting.notKnown')}
              value={typed[`unit-${row}`]}
              options={units.map(({ number, name }) => [String(number), name])}
            />
            <SelectField
              name={`howMany-${row}`}
              label={t('tell:label.how-many')}
              all={t('desk:meeting.notKnown')}
              value={typed[`howMany-${row}`]}
              options={howMany.map((value) => [value, t(`tell:howMany.${value}`)])}
            />
            <div className="field wide">
              <label htmlFor={`words-${row}`}>{t('desk:meeting.words')}</label>
              <textarea id={`words-${row}`} name={`words-${row}`} rows={2} defaultValue={typed[`words-${row}`] ?? ''} />
            </div>
          </fieldset>
        ))}
        <button type="submit" className="button">
          {t('desk:meeting.button')}
        </button>
      </form>
    </div>
  )
}

function RowFault({ error }: { error: string | undefined }) {
  const { t } = useTranslation('desk')
  return error ? <p className="error">{t(`error.${error}`)}</p> : null
}

import { useTranslation } from '~/i18n/use-translation'
import { aboutYou, purposes } from '../rules'
import { describedBy, FieldError } from './question-frame'
import type { TellStepView } from './tell-step-view'

const valueOf = (values: TellStepView['values'], name: string): string => values[name] ?? ''

/** Where it is: the municipality. */
export function WhereField({ municipalities, values, errors }: TellStepView) {
  const { t } = useTranslation('tell')
  return (
    <div className="field">
      <label htmlFor="municipality">{t('field.municipality')}</label>
      <FieldError name="municipality" errors={errors} />
      <select
        id="municipality"
        name="municipality"
        defaultValue={valueOf(values, 'municipality')}
        {...describedBy('municipality', errors)}
      >
        <option value="">{t('field.pick')}</option>
        {municipalities.map(({ slug, name, seat }) => (
          <option key={slug} value={slug}>
            {seat === name || seat.startsWith(name) ? name : `${name} – ${seat}`}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The part of the municipality; nothing finer is ever asked. */
export function UnitField({ units, values }: TellStepView) {
  const { t } = useTranslation('tell')
  return (
    <div className="field">
      <label htmlFor="unit">{t('field.unit')}</label>
      <select id="unit" name="unit" defaultValue={valueOf(values, 'unit')}>
        <option value="">{t('unknown')}</option>
        {units.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What the helper reads aloud, and the person agrees to, each by itself. */
export function AgreementFields({ values, errors }: TellStepView) {
  const { t } = useTranslation('tell')
  return (
    <fieldset>
      <legend>{t('agreement.legend')}</legend>
      <FieldError name="agreed" errors={errors} />
      <div className="choices">
        {purposes.map((purpose, index) => (
          <label key={purpose}>
            <input
              type="checkbox"
              id={index === 0 ? 'agreed' : undefined}
              name={`agreed-${purpose}`}
              value="1"
              defaultChecked={values[`agreed-${purpose}`] === '1'}
              {...(index === 0 ? describedBy('agreed', errors) : {})}
            />
            <span>{t(`agreement.${purpose}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** In the person's own words; or by voice, or with photos. */
export function WordsFields({ values, errors, answers, photos, recordings }: TellStepView) {
  const { t } = useTranslation('tell')
  return (
    <>
      <div className="field">
        <label htmlFor="words">{t('field.words')}</label>
        <FieldError name="words" errors={errors} />
        <textarea
          id="words"
          name="words"
          rows={7}
          defaultValue={valueOf(values, 'words')}
          {...describedBy('words', errors)}
        />
      </div>
      {answers.topic !== 'harm' && (
        <div className="field">
          <label className="tick">
            <input type="checkbox" name="mayShow" value="1" defaultChecked={values['mayShow'] === '1'} />
            <span>{t('field.mayShow')}</span>
          </label>
        </div>
      )}
      <button type="submit" className="button">
        {t('continue')}
      </button>
      <div className="other-ways">
        <button type="submit" name="go" value="recording" className="button button-plain">
          {t(recordings.length > 0 ? 'ways.recordingThere' : 'ways.recording')}
        </button>
        <button type="submit" name="go" value="photos" className="button button-plain">
          {t('ways.photos', { count: photos.length })}
        </button>
      </div>
    </>
  )
}

/** A way to reach the person, if they want one. */
export function ContactFields({ values, errors }: TellStepView) {
  const { t } = useTranslation('tell')
  return (
    <>
      <div className="field">
        <label htmlFor="phone">{t('field.phone')}</label>
        <FieldError name="phone" errors={errors} />
        <input
          type="tel"
          id="phone"
          name="phone"
          autoComplete="tel"
          defaultValue={valueOf(values, 'phone')}
          {...describedBy('phone', errors)}
        />
      </div>
      <div className="field">
        <label htmlFor="email">{t('field.email')}</label>
        <FieldError name="email" errors={errors} />
        <input
          type="email"
          id="email"
          name="email"
          autoComplete="email"
          defaultValue={valueOf(values, 'email')}
          {...describedBy('email', errors)}
        />
      </div>
    </>
  )
}

/** Who the person is, if they want to say it. */
export function AboutYouFields({ values }: TellStepView) {
  const { t } = useTranslation('tell')
  return Object.entries(aboutYou).map(([name, options]) => (
    <div key={name} className="field">
      <label htmlFor={name}>{t(`aboutYou.${name}.label`)}</label>
      <select id={name} name={name} defaultValue={valueOf(values, name)}>
        <option value="">{t('ratherNot')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`aboutYou.${name}.${option}`)}
          </option>
        ))}
      </select>
    </div>
  ))
}

import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { kindOf, maxPhotos } from '../rules'
import { describedBy, FieldError } from './question-frame'
import type { TellStepView } from './tell-step-view'

/** Photos, or one recording: a file field, which takes a photo or records on a telephone without any script. */
export function FilesStep({
  step,
  answers,
  errors,
  photos,
  recordings,
}: TellStepView & { step: 'photos' | 'recording' }) {
  const { t } = useTranslation('tell')
  const { register } = useRegister()
  const action = paths.tellStep(register, kindOf(answers), step)
  const isFull = step === 'photos' && photos.length >= maxPhotos
  return (
    <>
      {step === 'photos' ? (
        <ul className="photos">
          {photos.map(({ id, picture }, index) => (
            <li key={id}>
              <img src={picture} alt={t('photo', { number: index + 1 })} />
              <Remove action={action} id={id} text={t('removePhoto', { number: index + 1 })} />
            </li>
          ))}
        </ul>
      ) : (
        recordings.map(({ id }) => (
          <div key={id}>
            <p role="status">{t('recordingKept')}</p>
            <Remove action={action} id={id} text={t('removeRecording')} />
          </div>
        ))
      )}
      {!isFull && (
        <form method="post" action={action} encType="multipart/form-data" noValidate className="stack">
          <div className="field">
            <label htmlFor="file">{t(`field.${step}`)}</label>
            <FieldError name="file" errors={errors} />
            <input
              type="file"
              id="file"
              name="file"
              accept={step === 'photos' ? 'image/jpeg,image/png,image/webp' : 'audio/*'}
              capture={step === 'recording' ? 'user' : undefined}
              multiple={step === 'photos'}
              {...describedBy('file', errors)}
            />
          </div>
          <button type="submit" className="button">
            {t(`add.${step}`)}
          </button>
        </form>
      )}
      <form method="post" action={action} noValidate>
        <button type="submit" name="go" value="on" className="button button-plain">
          {t('backToWords')}
        </button>
      </form>
    </>
  )
}

function Remove({ action, id, text }: { action: string; id: string; text: string }) {
  return (
    <form method="post" action={action} noValidate>
      <button type="submit" name="remove" value={id} className="button button-plain">
        {text}
      </button>
    </form>
  )
}

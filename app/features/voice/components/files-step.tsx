import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { keptForm } from '~/lib/head'
import { paths } from '~/paths'
import { PhotoField } from '~/ui/photo-field'
import { Recorder } from '~/ui/recorder'
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
        <form method="post" id={keptForm} action={action} encType="multipart/form-data" noValidate className="stack">
          {step === 'recording' && <VoiceRecorder />}
          <div className="field">
            <label htmlFor="file">{t(`field.${step}`)}</label>
            <FieldError name="file" errors={errors} />
            {step === 'photos' ? (
              <PhotoField id="file" name="file" wait={t('preparing')} {...describedBy('file', errors)} />
            ) : (
              <input
                type="file"
                id="file"
                name="file"
                accept="audio/*"
                capture="user"
                {...describedBy('file', errors)}
              />
            )}
          </div>
          <button type="submit" className="button">
            {t(`add.${step}`)}
          </button>
        </form>
      )}
      <form method="post" id={isFull ? keptForm : undefined} action={action} noValidate>
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

function VoiceRecorder() {
  const { t } = useTranslation('tell')
  return (
    <Recorder
      buttons={{
        start: t('record.start'),
        stop: t('record.stop'),
        listen: t('record.listen'),
        remove: t('record.remove'),
      }}
      says={{
        begun: t('record.begun'),
        minute: t('record.minute'),
        soon: t('record.soon'),
        made: t('record.made'),
        removed: t('record.removed'),
        closed: t('record.closed'),
      }}
    />
  )
}

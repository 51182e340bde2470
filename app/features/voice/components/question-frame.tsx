import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink, BackWithForm } from '~/ui/back-link'
import { Block } from '~/ui/blocks'
import { ErrorSummary } from '~/ui/error-summary'
import type { PictureName } from '~/ui/pictures'
import type { FieldErrors } from '../schema'

type Props = {
  /** Where "back" leads; null where the form of the page goes along, and the server knows. */
  back: string | null
  title: string
  why?: string[]
  place?: { number: number; of: number }
  /** By the id of the field, which is its name. */
  errors?: FieldErrors
  /** Where an error leads, when its field stands on another page. */
  leads?: (field: string) => string
  before?: ReactNode
  /** In easy-read, beside the fields of the question; pages of rows have a picture in each row. */
  picture?: PictureName
  children: ReactNode
}

/** One question a page: back, what is wrong, where we are, the question, why it is asked; last, a way to wipe all. */
export function QuestionFrame({
  back,
  title,
  why = [],
  place,
  errors = {},
  leads = (field) => `#${field}`,
  before,
  picture,
  children,
}: Props) {
  const { t } = useTranslation('tell')
  const { easy } = useRegister()
  const entries = Object.entries(errors)
  return (
    <div className="page stack question">
      {before}
      {back === null ? <BackWithForm>{t('back')}</BackWithForm> : <BackLink href={back}>{t('back')}</BackLink>}
      {entries.length > 0 && (
        <ErrorSummary errors={entries.map(([field, error]) => ({ href: leads(field), text: t(`error.${error}`) }))} />
      )}
      {place && <p className="kind">{t('place', place)}</p>}
      <h1>{title}</h1>
      {easy && picture ? (
        <Block picture={picture} lines={why}>
          {children}
        </Block>
      ) : (
        <>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {children}
        </>
      )}
      <Wipe />
    </div>
  )
}

/** Removes everything that was written, in one tap. */
export function Wipe() {
  const { t } = useTranslation('tell')
  const { register } = useRegister()
  return (
    <form method="post" action={paths.tell(register)} className="wipe" noValidate>
      <button type="submit" name="do" value="wipe" className="button button-plain">
        {t('wipe')}
      </button>
    </form>
  )
}

/** What is wrong with one field, above it. */
export function FieldError({ name, errors }: { name: string; errors: FieldErrors }) {
  const { t } = useTranslation(['tell', 'common'])
  const error = errors[name]
  if (!error) return null
  return (
    <p id={`${name}-error`} className="error">
      <span className="hidden">{t('common:errorPrefix')} </span>
      {t(`tell:error.${error}`)}
    </p>
  )
}

/** What a field says of itself to machines that read it out. */
export function describedBy(name: string, errors: FieldErrors, hasHint = false) {
  const ids = [errors[name] && `${name}-error`, hasHint && `${name}-hint`].filter(Boolean)
  return { 'aria-invalid': errors[name] ? true : undefined, 'aria-describedby': ids.join(' ') || undefined }
}

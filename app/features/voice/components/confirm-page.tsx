import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { PrintButton } from '~/ui/print-button'
import { formatCode, type Code } from '../code'

/** Before a message is taken back: what goes and what stays. */
export function WithdrawPage() {
  const { t } = useTranslation('track')
  const { register, easy } = useRegister()
  const lines = t('withdraw.lines', { returnObjects: true }) as string[]
  return (
    <div className="page stack question">
      <BackLink href={paths.trackMessage(register)}>{t('back')}</BackLink>
      <h1>{t('withdraw.title')}</h1>
      {easy ? (
        <Blocks>
          <Block picture="wipe" lines={lines} />
        </Blocks>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      <form method="post" noValidate>
        <button type="submit" className="button">
          {t('withdraw.button')}
        </button>
      </form>
    </div>
  )
}

/** The new code is shown first; the old one ends when the person says that they have kept the new one. */
export function NewCodePage({ code }: { code: Code }) {
  const { t } = useTranslation('track')
  const { register, easy } = useRegister()
  const lines = t('newCode.lines', { returnObjects: true }) as string[]
  return (
    <div className="page stack question">
      <BackLink href={paths.trackMessage(register)}>{t('back')}</BackLink>
      <h1>{t('newCode.title')}</h1>
      {easy ? (
        <Blocks>
          <Block picture="privacy" lines={lines} />
        </Blocks>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      <div className="code">{formatCode(code)}</div>
      <PrintButton>{t('code.print')}</PrintButton>
      <form method="post" noValidate>
        <button type="submit" className="button">
          {t('newCode.button')}
        </button>
      </form>
    </div>
  )
}

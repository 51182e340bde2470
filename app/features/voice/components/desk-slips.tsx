import { useTranslation } from '~/i18n/use-translation'
import { deskPaths } from '~/paths'
import { CodePicture } from '~/ui/code-picture'
import { PrintButton } from '~/ui/print-button'
import { formatCode, type Code } from '../code'
import { helpTextKey } from '../rules'

/** The slips of a meeting, one for each need: they are shown this once, for nobody keeps a code. */
export function MeetingSlips({ slips }: { slips: { code: string; help: string; address: string }[] }) {
  const { t } = useTranslation(['desk', 'tell'])
  return (
    <div className="page desk stack">
      <h1>{t('desk:meeting.done', { count: slips.length })}</h1>
      <p className="screen-only">{t('desk:meeting.once')}</p>
      <PrintButton>{t('desk:meeting.print')}</PrintButton>
      <ul className="slips">
        {slips.map(({ code, help, address }) => (
          <li key={code} className="slip">
            <p>{t(`tell:${helpTextKey(help)}`)}</p>
            <CodePicture address={address} label={t('tell:sent.picture')} />
            <div className="code">{formatCode(code as Code)}</div>
            <p>{t('tell:sent.slip')}</p>
          </li>
        ))}
      </ul>
      <p className="screen-only">
        <a href={deskPaths.meeting}>{t('desk:meeting.another')}</a>
      </p>
    </div>
  )
}

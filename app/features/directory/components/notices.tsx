import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from '~/ui/blocks'
import type { PictureName } from '~/ui/pictures'
import type { Notice, NoticeKind } from '../facts'

const noticePictures: Record<NoticeKind, PictureName> = { emergency: 'warning', closure: 'stop', change: 'information' }

/** What holds for a time, above everything else on the page of its service or municipality. */
export function Notices({ notices }: { notices: Notice[] }) {
  const { t } = useTranslation('facts')
  const { easy } = useRegister()
  const dates = useNoticeDates()
  if (notices.length === 0) return null
  return (
    <section>
      <h2>{t('notice.title')}</h2>
      {easy ? (
        <Blocks>
          {notices.map((notice) => (
            <Block
              key={notice.text}
              picture={noticePictures[notice.kind]}
              lines={[t(`notice.${notice.kind}`), dates(notice)]}
            >
              {/* Written by an office, in its own words: the lines above say in easy words what it is about. */}
              <p data-name>{notice.text}</p>
            </Block>
          ))}
        </Blocks>
      ) : (
        notices.map((notice) => (
          <div key={notice.text} className="notice">
            <p>
              <strong>{t(`notice.${notice.kind}`)}</strong>
            </p>
            <p>{notice.text}</p>
            <p className="small">{dates(notice)}</p>
          </div>
        ))
      )}
    </section>
  )
}

function useNoticeDates(): (notice: Notice) => string {
  const { t } = useTranslation('facts')
  const { language } = useRegister()
  const inWords = (on: string) => formatSeen({ on, precision: 'day' }, language)
  return ({ from, until }) =>
    until
      ? t('notice.fromUntil', { from: inWords(from), until: inWords(until) })
      : t('notice.from', { from: inWords(from) })
}

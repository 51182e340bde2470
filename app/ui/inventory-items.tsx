import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from './blocks'
import type { PictureName } from './pictures'

const itemPictures: Record<string, PictureName> = {
  settings: 'colours',
  requests: 'list',
  addresses: 'internet',
  draft: 'write',
  check: 'ask',
  message: 'message',
  contact: 'phone',
  'about-you': 'myself',
  code: 'privacy',
  agreements: 'together',
  directory: 'data',
}

/** What is kept, why, and how long: one entry for each row of the data inventory. */
export function InventoryItems({ items }: { items: string[] }) {
  const { t } = useTranslation('privacy')
  const { easy } = useRegister()
  if (easy) {
    return (
      <Blocks>
        {items.map((item) => (
          <Block
            key={item}
            picture={itemPictures[item] ?? 'privacy'}
            lines={[t(`item.${item}.what`), t(`item.${item}.why`), t(`item.${item}.kept`)]}
          />
        ))}
      </Blocks>
    )
  }
  return (
    <section>
      <h2>{t('items')}</h2>
      {items.map((item) => (
        <section key={item}>
          <h3>{t(`item.${item}.what`)}</h3>
          <dl className="facts">
            <div>
              <dt>{t('why')}</dt>
              <dd>{t(`item.${item}.why`)}</dd>
            </div>
            <div>
              <dt>{t('where')}</dt>
              <dd>{t(`item.${item}.kept`)}</dd>
            </div>
          </dl>
        </section>
      ))}
    </section>
  )
}

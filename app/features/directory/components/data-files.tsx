import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { machinePaths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { Icon } from '~/ui/icon'

type Props = { tables: string[]; answerFields: readonly string[]; services: number; checked: number; undated: number }

/** How much there is and how sure it is, then the files to take away. */
export function DataFiles({ tables, answerFields, services, checked, undated }: Props) {
  const { t } = useTranslation('data')
  const { easy } = useRegister()
  if (easy) {
    return (
      <Blocks>
        <Block picture="data" lines={[t('count', { count: services })]} />
        <Block picture="not_checked" lines={[t('checked', { count: checked })]} />
      </Blocks>
    )
  }
  return (
    <>
      <section>
        <h2>{t('state')}</h2>
        <p>{t('count', { count: services })}</p>
        <p>{t('checked', { count: checked })}</p>
        <p>{t('undated', { count: undated })}</p>
      </section>
      <section>
        <h2>{t('files')}</h2>
        <ul className="rows plain">
          {tables.map((table) => (
            <li key={table} className="file">
              <span>{t(`file.${table}`)}</span>
              {(['csv', 'json'] as const).map((ending) => (
                <a key={ending} href={machinePaths.dataFile(`${table}.${ending}`)} download>
                  <Icon name="download" />
                  {`${table}.${ending}`}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('answers.title')}</h2>
        <p>{t('answers.note')}</p>
        <dl className="facts">
          {answerFields.map((field) => (
            <div key={field}>
              <dt>
                <code>{field}</code>
              </dt>
              <dd>{t(`answers.field.${field}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from '~/ui/blocks'
import { words, type Paper } from '../engine'

/** Papers to take along, and what to do without an identity card or an address. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { easy } = useRegister()
  const without = t('rights:without', { returnObjects: true }) as string[]
  const list = (
    <ul>
      {papers.map((paper) => (
        <li key={paper}>{words.paper(t, paper)}</li>
      ))}
    </ul>
  )
  if (!easy) {
    return (
      <>
        {list}
        <p>{t('rights:papersNote')}</p>
        {without.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </>
    )
  }
  return (
    <Blocks>
      <Block picture="list" lines={[t('rights:papersNote')]}>
        {list}
      </Block>
      <Block picture="ask" lines={without} />
    </Blocks>
  )
}

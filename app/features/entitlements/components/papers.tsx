import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from '~/ui/blocks'
import { words, type Paper } from '../engine'
import { Lines } from './lines'

/** Papers to take along. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation('rights')
  const { easy } = useRegister()
  const list = <PaperList papers={papers} />
  if (!easy) {
    return (
      <>
        {list}
        <p>{t('rights:papersNote')}</p>
      </>
    )
  }
  return (
    <Blocks>
      <Block picture="list" lines={[t('rights:papersNote')]}>
        {list}
      </Block>
    </Blocks>
  )
}

export function PaperList({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation('entitlements')
  return (
    <ul>
      {papers.map((paper) => (
        <li key={paper}>{words.paper(t, paper)}</li>
      ))}
    </ul>
  )
}

/** What to do without an identity card or an address. */
export function WithoutPapers() {
  const { t } = useTranslation('rights')
  return <Lines picture="ask" lines={t('without', { returnObjects: true }) as string[]} />
}

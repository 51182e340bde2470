import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { questions, words, type Paper } from '../engine'
import type { ResultView } from '../schema'
import { Lines } from './lines'

const firstOnRequest = questions.find(({ onRequest }) => onRequest)?.id ?? ''

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

/** Who lacks which paper or is registered elsewhere, what to do, and the way to say so. */
export function LackedPapers({ lacking, registeredElsewhere }: Pick<ResultView, 'lacking' | 'registeredElsewhere'>) {
  const { t } = useTranslation(['check', 'entitlements'])
  const { register } = useRegister()
  return (
    <section>
      <h2>{t('check:result.without')}</h2>
      {lacking.map(({ person, papers }) => (
        <Lines key={person} picture="list" lines={[t('check:lacking.who', { name: words.person(t, person) })]}>
          <PaperList papers={papers} />
        </Lines>
      ))}
      <WithoutPapers />
      {registeredElsewhere.length > 0 && (
        <Lines
          picture="office"
          lines={[
            t('check:lacking.elsewhere', { names: registeredElsewhere.map((one) => words.person(t, one)).join(', ') }),
            t('check:lacking.where'),
          ]}
        />
      )}
      <p>
        <a className="button button-plain" href={paths.checkQuestion(register, firstOnRequest)}>
          {t('check:lacking.say')}
        </a>
      </p>
    </section>
  )
}

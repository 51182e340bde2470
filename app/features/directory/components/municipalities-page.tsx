import { useTranslation } from '~/i18n/use-translation'
import { alphabet, byName, firstLetter } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { IgnoredNote } from '~/ui/ignored-note'
import { groupBy, type MunicipalityLine } from '../rules'

type County = { slug: string; name: string }
type Props = { municipalities: MunicipalityLine[]; county: County | null; ignored: boolean }

/** The 61 municipalities: by county, and by name in the 36 letters. */
export function MunicipalitiesPage({ municipalities, county, ignored }: Props) {
  const { t } = useTranslation('municipalities')
  const { register, easy } = useRegister()
  const shown = county ? municipalities.filter((m) => m.county.slug === county.slug) : municipalities
  return (
    <div className="page stack">
      {county && <BackLink href={paths.municipalities(register)}>{t('allCounties')}</BackLink>}
      <h1>{county ? t('countyTitle', { county: county.name }) : t('title')}</h1>
      {ignored && <IgnoredNote />}
      {easy ? (
        <EasyList municipalities={shown} county={county} />
      ) : (
        <StandardList municipalities={shown} county={county} />
      )}
    </div>
  )
}

type ListProps = Pick<Props, 'municipalities' | 'county'>

function StandardList({ municipalities, county }: ListProps) {
  const { t } = useTranslation('municipalities')
  if (county) return <MunicipalityGrid municipalities={municipalities} />
  return (
    <>
      <p className="lead">{t('lead')}</p>
      <nav aria-label={t('jump')}>
        <ul className="links">
          <li>
            <a href="#counties">{t('byCounty')}</a>
          </li>
          <li>
            <a href="#letters">{t('byName')}</a>
          </li>
        </ul>
      </nav>
      <h2 id="counties">{t('byCounty')}</h2>
      <Counties municipalities={municipalities} />
      <h2 id="letters">{t('byName')}</h2>
      <ByLetter municipalities={municipalities} />
    </>
  )
}

function useCounties(municipalities: MunicipalityLine[]) {
  const { language } = useRegister()
  return groupBy(municipalities, ({ county }) => county.slug)
    .map(({ items }) => ({ county: items[0]!.county, items })) // groupBy makes no empty group
    .sort(byName(language, ({ county }) => county.name))
}

function Counties({ municipalities }: { municipalities: MunicipalityLine[] }) {
  return useCounties(municipalities).map(({ county, items }) => (
    <section key={county.slug}>
      <h3>{county.name}</h3>
      <MunicipalityGrid municipalities={items} />
    </section>
  ))
}

function MunicipalityGrid({ municipalities }: { municipalities: MunicipalityLine[] }) {
  const { register } = useRegister()
  return (
    <ul className="grid">
      {municipalities.map(({ slug, name }) => (
        <li key={slug}>
          <a href={paths.municipality(register, slug)}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** Every name people use leads to its municipality: "Ballsh: Mallakastër". */
function ByLetter({ municipalities }: { municipalities: MunicipalityLine[] }) {
  const { t } = useTranslation('municipalities')
  const { register, language } = useRegister()
  const entries = municipalities
    .flatMap(({ slug, name, otherNames }) => [
      { slug, name, also: null as string | null },
      ...otherNames.filter((other) => other !== name).map((other) => ({ slug, name: other, also: name })),
    ])
    .sort(byName(language, ({ name }) => name))
  const byLetter = new Map(groupBy(entries, ({ name }) => firstLetter(name)).map(({ key, items }) => [key, items]))
  return (
    <>
      <nav aria-label={t('letters')}>
        <ul className="letters">
          {alphabet.map((letter) => (
            <li key={letter}>
              {byLetter.has(letter) ? <a href={`#letter-${letter}`}>{letter}</a> : <span>{letter}</span>}
            </li>
          ))}
        </ul>
      </nav>
      {alphabet
        .filter((letter) => byLetter.has(letter))
        .map((letter) => (
          <section key={letter} className="letter">
            <h3 id={`letter-${letter}`}>{letter}</h3>
            <ul className="grid">
              {byLetter.get(letter)?.map(({ slug, name, also }) => (
                <li key={name + slug}>
                  <a href={paths.municipality(register, slug)}>
                    {also ? t('see', { name, municipality: also }) : name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

/** Easy-read decides in two steps: first the county, then the municipality. */
function EasyList({ municipalities, county }: ListProps) {
  const { t } = useTranslation('municipalities')
  const { register } = useRegister()
  const counties = useCounties(municipalities)
  const rows = county
    ? municipalities.map(({ slug, name }) => ({ href: paths.municipality(register, slug), name }))
    : counties.map(({ county: c }) => ({ href: paths.county(register, c.slug), name: c.name }))
  return (
    <>
      <Blocks>
        <Block
          picture={county ? 'municipality' : 'county'}
          lines={t(county ? 'chooseMunicipality' : 'chooseCounty', { returnObjects: true }) as string[]}
        />
      </Blocks>
      <ul className="rows plain">
        {rows.map(({ href, name }) => (
          <li key={href} className="row">
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

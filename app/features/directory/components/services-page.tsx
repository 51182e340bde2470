import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { PageLinks } from '~/ui/page-links'
import { AskedHelp, HelpKindDoor } from './help-kind-links'
import type { HelpLineView, SearchChoice, SearchView, ServiceLine } from '../rules'
import { EasyRows } from './easy-rows'
import { SearchForm, type Choices } from './search-form'
import { useSearchHref } from './search-href'
import { IgnoredFields, SearchNotes } from './search-notes'
import { ServiceList, ServiceRows } from './service-list'
import { MapDoor, ServicesMap } from './services-map'
import { UrgentNumbers } from './urgent-numbers'

type Props = {
  search: SearchView
  choices: Choices
  chosen: SearchChoice
  urgentLines: readonly HelpLineView[]
  ignored: string[]
}

/** Services by words, place, kind and group. Services for the whole country are never narrowed away by a place. */
export function ServicesPage({ search, choices, chosen, urgentLines, ignored }: Props) {
  const { t } = useTranslation('services')
  const href = useSearchHref(chosen)
  return (
    <div className="page stack">
      <h1>{t('title')}</h1>
      {search.urgent && <UrgentNumbers urgent={search.urgent} lines={urgentLines} />}
      <IgnoredFields fields={ignored} />
      <SearchForm choices={choices} chosen={chosen} hasMap={search.map !== null} />
      {!search.isUrgentOnly && <Results search={search} chosen={chosen} />}
      <PageLinks page={search.page} pages={search.pages} href={(page) => href({ page })} />
      {search.national.length > 0 && (
        <section>
          <h2>{t('national')}</h2>
          <Rows services={search.national} isFlat />
        </section>
      )}
      <HelpKindDoor />
    </div>
  )
}

function Results({ search, chosen }: { search: SearchView; chosen: SearchChoice }) {
  // Shelters are in no list: under words of danger, “none here” would be untrue, and nobody is asked to write of them.
  const saysNone = search.total === 0 && search.urgent === null
  return (
    <>
      {search.map && <ServicesMap map={search.map} chosen={chosen} />}
      <AskedHelp kinds={search.help} />
      {(search.total > 0 || saysNone) && <SearchNotes search={search} />}
      {search.total > 0 && !search.map && <MapDoor chosen={chosen} />}
      {saysNone && <NothingFound search={search} chosen={chosen} />}
      <Rows services={search.items} isFlat={search.order === 'match'} />
      {search.elsewhere.length > 0 && <Elsewhere elsewhere={search.elsewhere} />}
    </>
  )
}

/** Under their kinds, or flat where the order itself says something. */
function Rows({ services, isFlat }: { services: readonly ServiceLine[]; isFlat: boolean }) {
  const { easy } = useRegister()
  if (easy) return <EasyRows services={services} withMunicipality />
  return isFlat ? (
    <ServiceRows services={services} withMunicipality />
  ) : (
    <ServiceList services={services} withMunicipality />
  )
}

function NothingFound({ search, chosen }: { search: SearchView; chosen: SearchChoice }) {
  const { t } = useTranslation('services')
  const { register } = useRegister()
  const [municipality] = search.municipalities
  const isNarrowed = [chosen.municipality, chosen.type, chosen.group, chosen.access].some(
    (choice) => choice !== undefined,
  )
  return (
    <div className="unknown">
      {!search.isNationalOnly && (
        <>
          <p>{t('none.what')}</p>
          <p>{t('none.means')}</p>
        </>
      )}
      {chosen.query && isNarrowed && (
        <p>
          <a
            className="alone"
            href={`${paths.services(register)}?${new URLSearchParams({ q: chosen.query }).toString()}`}
          >
            {t('none.wider')}
          </a>
        </p>
      )}
      <p>
        {municipality ? (
          <a className="alone" href={`${paths.municipality(register, municipality.slug)}#ask`}>
            {t('none.ask', { municipality: municipality.name })}
          </a>
        ) : (
          <a className="alone" href={paths.municipalities(register)}>
            {t('none.choose')}
          </a>
        )}
      </p>
      {!search.isNationalOnly && (
        <p>
          <a
            className="alone"
            rel="nofollow"
            href={
              chosen.query ? paths.tellAbout(register, `words:${chosen.query.slice(0, 150)}`) : paths.tell(register)
            }
          >
            {t('none.tell')}
          </a>
        </p>
      )}
      <p>
        <a className="alone" href={paths.emergency(register)}>
          {t('none.lines')}
        </a>
      </p>
      <p>
        <a className="alone" href={paths.services(register)}>
          {t('none.all')}
        </a>
      </p>
    </div>
  )
}

function Elsewhere({ elsewhere }: Pick<SearchView, 'elsewhere'>) {
  const { t } = useTranslation('services')
  return (
    <section>
      <h2>{t('elsewhere')}</h2>
      <p>{t('elsewhereMeans')}</p>
      {elsewhere.map(({ line, km }) => (
        <div key={line.slug}>
          <Rows services={[line]} isFlat />
          <p className="small">{t('km', { km })}</p>
        </div>
      ))}
    </section>
  )
}

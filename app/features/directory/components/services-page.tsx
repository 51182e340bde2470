import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { PageLinks } from '~/ui/page-links'
import { HelpKindDoor } from './help-kind-links'
import type { HelpLineView, SearchChoice, SearchView, ServiceLine } from '../rules'
import { EasyRows } from './easy-rows'
import { SearchForm, type Choices } from './search-form'
import { IgnoredFields, SearchNotes } from './search-notes'
import { ServiceList, ServiceRows } from './service-list'
import { UrgentNumbers } from './urgent-numbers'

type Props = {
  search: SearchView
  choices: Choices
  chosen: SearchChoice
  urgentLines: HelpLineView[]
  ignored: string[]
}

/** Services by words, place, kind and group. Services for the whole country are never narrowed away by a place. */
export function ServicesPage({ search, choices, chosen, urgentLines, ignored }: Props) {
  const { t } = useTranslation('services')
  const { register } = useRegister()
  return (
    <div className="page stack">
      <h1>{t('title')}</h1>
      {search.urgent && <UrgentNumbers urgent={search.urgent} lines={urgentLines} />}
      <IgnoredFields fields={ignored} />
      <SearchForm choices={choices} chosen={chosen} />
      {!search.isUrgentOnly && <Results search={search} chosen={chosen} />}
      <PageLinks page={search.page} pages={search.pages} href={pageHref(paths.services(register), chosen)} />
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
  return (
    <>
      <SearchNotes search={search} />
      {search.total === 0 && <NothingFound search={search} chosen={chosen} />}
      <Rows services={search.items} isFlat={search.order === 'match'} />
      {search.elsewhere.length > 0 && <Elsewhere elsewhere={search.elsewhere} />}
    </>
  )
}

/** Under their kinds, or flat where the order itself says something. */
function Rows({ services, isFlat }: { services: ServiceLine[]; isFlat: boolean }) {
  const { easy } = useRegister()
  if (easy) return <EasyRows services={services} />
  return isFlat ? (
    <ServiceRows services={services} withMunicipality />
  ) : (
    <ServiceList services={services} withMunicipality />
  )
}

/** The address of another page of the same search. */
function pageHref(path: string, { query, municipality, nextDoor, type, group, access }: SearchChoice) {
  return (page: number) => {
    const values = { q: query, municipality, near: nextDoor ? '1' : '', type, for: group, access, page: String(page) }
    const given = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]))
    return `${path}?${given.toString()}#results`
  }
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
      <p>{t('none.what')}</p>
      <p>{t('none.means')}</p>
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

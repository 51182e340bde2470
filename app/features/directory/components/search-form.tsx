import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { longestQuery } from '~/lib/longest-query'
import { paths } from '~/paths'
import { SelectField } from '~/ui/select-field'
import type { AccessFeature } from '../facts'
import type { Place, SearchChoice } from '../rules'

export type Choices = { municipalities: Place[]; types: string[]; groups: string[]; access: AccessFeature[] }

type Props = { choices: Choices; chosen: SearchChoice; hasMap: boolean }

/** Words and filters as one ordinary form; every choice can be left out. */
export function SearchForm({ choices, chosen, hasMap }: Props) {
  const { t } = useTranslation(['services', 'directory', 'facts'])
  const { register } = useRegister()
  return (
    <form className="ask" action={paths.services(register)} role="search" noValidate>
      <div className="field wide">
        <label htmlFor="q">{t('query')}</label>
        <p id="q-hint" className="hint">
          {t('queryHint')}
        </p>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={chosen.query}
          maxLength={longestQuery}
          aria-describedby="q-hint"
          autoComplete="off"
        />
      </div>
      <div className="field">
        <SelectField
          name="municipality"
          label={t('municipality')}
          all={t('allMunicipalities')}
          value={chosen.municipality}
          options={choices.municipalities.map(({ slug, name }) => [slug, name])}
        />
        <label className="tick">
          <input type="checkbox" name="near" value="1" defaultChecked={chosen.nextDoor} />
          <span>{t('nextDoor')}</span>
        </label>
      </div>
      <SelectField
        name="type"
        label={t('type')}
        all={t('allTypes')}
        value={chosen.type}
        options={choices.types.map((code) => [code, t(`directory:type.${code}`)])}
      />
      <SelectField
        name="for"
        label={t('for')}
        all={t('allGroups')}
        value={chosen.group}
        options={choices.groups.map((code) => [code, t(`directory:group.${code}`)])}
      />
      <SelectField
        name="access"
        label={t('access')}
        all={t('allAccess')}
        value={chosen.access}
        options={choices.access.map((feature) => [feature, t(`facts:feature.${feature}`)])}
      />
      {hasMap && <input type="hidden" name="view" value="map" />}
      <div className="wide">
        <button className="button" type="submit">
          {t('show')}
        </button>
      </div>
    </form>
  )
}

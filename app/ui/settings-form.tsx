import { useTranslation } from '~/i18n/use-translation'
import { languageOf, registers } from '~/i18n/registers'
import { useRegister } from '~/i18n/use-register'
import { settingChoices, type SettingName, type Settings } from '~/lib/settings'
import { Block } from './blocks'
import type { PictureName } from './pictures'

const settingPictures: Record<SettingName | 'register', PictureName> = {
  size: 'big_text',
  theme: 'light_dark',
  spacing: 'spacing',
  motion: 'still',
  register: 'read',
}

/** Text size, colours, spacing, motion, and the register in which Pranë opens. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const names = Object.keys(settingChoices) as SettingName[]
  return (
    <form method="post" noValidate className="stack">
      {names.map((name) => (
        <Choice
          key={name}
          name={name}
          value={settings[name]}
          options={settingChoices[name].map((option) => ({ value: option, text: t(`${name}.${option}`) }))}
        />
      ))}
      <Choice
        name="register"
        value={settings.register ?? 'sq'}
        options={registers.map((register) => ({
          value: register,
          text: t(`register.${register}`),
          lang: languageOf(register),
        }))}
      />
      <button type="submit" className="button">
        {t('save')}
      </button>
      <p className="small">{t('cookie')}</p>
    </form>
  )
}

type ChoiceProps = {
  name: SettingName | 'register'
  value: string
  options: { value: string; text: string; lang?: string }[]
}

function Choice({ name, value, options }: ChoiceProps) {
  const { t } = useTranslation('settings')
  const { easy } = useRegister()
  const choices = (
    <fieldset>
      <legend>{t(`${name}.title`)}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} value={option.value} defaultChecked={option.value === value} />
            <span lang={option.lang}>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
  return easy ? <Block picture={settingPictures[name]}>{choices}</Block> : choices
}

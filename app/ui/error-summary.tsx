import { useTranslation } from '~/i18n/use-translation'

/** What is wrong with a form, first on the page and focused; each entry leads to its field. */
export function ErrorSummary({ errors }: { errors: { href: string; text: string }[] }) {
  const { t } = useTranslation('common')
  return (
    // The browser focuses it when the page opens, also without a script.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="problem" role="alert" tabIndex={-1} autoFocus aria-labelledby="problem-title">
      <h2 id="problem-title">{t('problem')}</h2>
      <ul className="plain-list">
        {errors.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

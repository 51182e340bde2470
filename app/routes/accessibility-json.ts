import { statement } from '~/lib/accessibility-statement'
import { getEnv, operatorOf } from '~/server/env.server'
import { translator } from '~/i18n/texts.server'

/** The accessibility statement for machines. */
export function loader() {
  const t = translator('en')
  return Response.json({
    name: 'Pranë',
    ...statement,
    failures: statement.failures.map((failure) => ({
      ...failure,
      description: t(`accessibility:failure.${failure.id}`, { criterion: failure.criterion }),
    })),
    contact: operatorOf(getEnv()),
  })
}

import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetDoor } from '~/features/budget/components/budget-door'
import { hasBudget } from '~/features/budget/queries.server'
import { MunicipalityPage } from '~/features/directory/components/municipality-page'
import { findMunicipalities, getMunicipality } from '~/features/directory/place-queries.server'
import { findServices } from '~/features/directory/queries.server'
import { countBy, pageSize } from '~/features/directory/rules'
import { typesKnownMissing } from '~/features/mapping/queries.server'
import { findAnswers, findReleasedWords } from '~/features/voice/answers.server'
import { PublicAnswers } from '~/features/voice/components/public-answers'
import { ShownWords } from '~/features/voice/components/shown-words'
import { machinePaths, paths } from '~/paths'
import { notFound, requirePage } from '~/server/page.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { register, language, easy, t } = requirePage(params)
  const slug = params.slug ?? ''
  const now = new Date()
  const municipality = await getMunicipality({ slug, language, now })
  if (!municipality) throw notFound()
  const services = await findServices({ filter: { municipality: slug }, language })
  const fits = services.length <= pageSize[easy ? 'easy' : 'standard']
  const { name } = municipality
  return json({
    head: {
      title: t('common:pageTitle', { title: t('municipality:title', { municipality: name }) }),
      description: t('municipality:description', { municipality: name, count: services.length }),
      canonicalPath: paths.municipality(register, slug),
      image: machinePaths.sharePicture(slug),
    },
    municipality,
    services: {
      items: fits ? services : [],
      total: services.length,
      counts: countBy(services, ({ type }) => type),
    },
    national: await findServices({ filter: { municipality: null }, language }),
    missing: await typesKnownMissing(slug),
    seats: easy ? [] : await findMunicipalities({ language }),
    answers: await findAnswers({ municipality: slug, now }),
    hasBudget: await hasBudget(slug),
    words: await findReleasedWords({ municipality: slug }),
  })
}

export default function Municipality() {
  const { answers, words, hasBudget: isThere, ...page } = useLoaderData<typeof loader>()
  return (
    <MunicipalityPage {...page}>
      <BudgetDoor slug={page.municipality.slug} municipality={page.municipality.name} isThere={isThere} />
      <PublicAnswers quarters={answers} />
      <ShownWords words={words} />
    </MunicipalityPage>
  )
}

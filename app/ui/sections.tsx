import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from './blocks'
import type { PictureName } from './pictures'
import { ProseLine } from './prose-line'
import { useSiteLinks, type SiteLink } from './site-links'

/** One part of a page of prose as it stands in locales: standard has paragraphs, easy-read has pictured blocks. */
export type Section = {
  heading?: string
  blocks: { picture?: PictureName; lines: string[]; link?: { to: SiteLink; text: string } }[]
}

/** Renders prose in the register of the page. */
export function Sections({ sections }: { sections: Section[] }) {
  const { easy } = useRegister()
  return (
    <>
      {sections.map((section) => (
        <section key={section.heading ?? section.blocks[0]?.lines[0]}>
          {section.heading && <h2>{section.heading}</h2>}
          {easy ? <EasyBlocks blocks={section.blocks} /> : <Paragraphs blocks={section.blocks} />}
        </section>
      ))}
    </>
  )
}

function EasyBlocks({ blocks }: { blocks: Section['blocks'] }) {
  const links = useSiteLinks()
  return (
    <Blocks>
      {blocks.map(({ picture = 'help', lines, link }) => (
        <Block key={lines[0]} picture={picture} lines={lines}>
          {link && (
            <p>
              <a className="button button-plain" href={links[link.to]}>
                {link.text}
              </a>
            </p>
          )}
        </Block>
      ))}
    </Blocks>
  )
}

function Paragraphs({ blocks }: { blocks: Section['blocks'] }) {
  const links = useSiteLinks()
  return blocks.map(({ lines, link }) => (
    <div key={lines[0]} className="paragraphs">
      {lines.map((line) => (
        <p key={line}>
          <ProseLine text={line} />
        </p>
      ))}
      {link && (
        <p>
          <a className="alone" href={links[link.to]}>
            {link.text}
          </a>
        </p>
      )}
    </div>
  ))
}

/** The prose of a page from its namespace. */
export function useSections(namespace: string): Section[] {
  const { t } = useTranslation(namespace)
  return t('sections', { returnObjects: true }) as Section[]
}

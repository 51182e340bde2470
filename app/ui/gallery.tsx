import type { ReactNode } from 'react'
import { defaultSettings } from '~/lib/settings'
import { BackLink } from './back-link'
import { Block, Blocks } from './blocks'
import { DotMap } from './dot-map'
import { ErrorPage } from './error-page'
import { ErrorSummary } from './error-summary'
import { Icon } from './icon'
import { icons, type IconName } from './icons'
import { IgnoredNote } from './ignored-note'
import { Mark } from './mark'
import { PageLinks } from './page-links'
import { pictures, type PictureName } from './pictures'
import { PrintButton } from './print-button'
import { QuickExit } from './quick-exit'
import { SelectField } from './select-field'
import { SettingsForm } from './settings-form'

const seats = [
  { slug: 'one', lat: 41.33, lon: 19.82, population: 557_422 },
  { slug: 'two', lat: 40.99, lon: 19.53, population: 34_254 },
  { slug: 'three', lat: 42.07, lon: 19.51, population: 135_612 },
]

/* The words here are for those who build Pranë, so they stand in the code and in English. */
export function Gallery() {
  return (
    <div className="page stack" lang="en">
      <h1>Gallery</h1>
      <Part title="Mark and map">
        <span className="mark">
          <Mark />
          Pranë
        </span>
        <div className="band">
          <DotMap seats={seats} own="two" />
        </div>
      </Part>
      <Part title="Buttons and links">
        <p>
          <a className="button" href="#button">
            One button a page
          </a>
        </p>
        <p>
          <a className="button button-plain" href="#plain">
            A quieter button
          </a>
        </p>
        <BackLink href="#back">Back</BackLink>
        <PrintButton>
          <Icon name="print" />
          Print
        </PrintButton>
        <QuickExit />
      </Part>
      <Part title="The one thing to do, steps">
        <div className="next">
          <ol className="steps">
            <li>First step</li>
            <li>Second step</li>
          </ol>
        </div>
      </Part>
      <Part title="Facts, not known, notices">
        <dl className="facts">
          <div>
            <dt>Term</dt>
            <dd>Value</dd>
          </div>
        </dl>
        <div className="unknown">
          <p>What we do not know</p>
        </div>
        <p className="notice good">Saved</p>
        <IgnoredNote />
      </Part>
      <Part title="Rows, pages">
        <ul className="rows">
          <li className="row">
            <a href="#row">A record</a>
            <p>For whom</p>
            <p className="small">Seen December 2021, not checked</p>
          </li>
        </ul>
        <PageLinks page={2} pages={3} href={(page) => `#page-${page}`} />
      </Part>
      <Part title="Form: empty, wrong, choices">
        <ErrorSummary errors={[{ href: '#gallery-select', text: 'Choose a municipality' }]} />
        <SelectField name="gallery-select" label="Municipality" all="All" options={[['a', 'Berat']]} />
        <SettingsForm settings={defaultSettings} />
      </Part>
      <Part title="Error pages">
        <ErrorPage kind="missing" />
        <ErrorPage kind="broken" />
      </Part>
      <Part title="Icons">
        <ul className="grid">
          {(Object.keys(icons) as IconName[]).map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Easy-read pictures">
        <Blocks>
          {(Object.keys(pictures) as PictureName[]).map((name) => (
            <Block key={name} picture={name} lines={[name]} />
          ))}
        </Blocks>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

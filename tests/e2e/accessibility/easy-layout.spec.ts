import { desktop, expect, findings, open, phone, sample, test } from '../../support/a11y'
import { layoutFaults } from '../../support/gates/easy-layout'

const pages = sample('sq-simple', 'en-simple')

for (const [screen, viewport] of Object.entries({ phone, desktop })) {
  test(`large letters, short lines, a picture beside each idea (${screen})`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    expect(await findings(page, pages, () => layoutFaults(page))).toEqual([])
  })
}

test('calibration: small letters, long lines, italics, capitals and a link in a sentence are found', async ({
  page,
}) => {
  await page.setViewportSize(desktop)
  await open(page, '/sq-simple/help')
  await page.evaluate(() => {
    const long = 'Kjo fjali është shumë e gjatë dhe nuk lexohet lehtë nga njerëzit që lexojnë ngadalë.'
    document.querySelector('main .page')?.insertAdjacentHTML(
      'beforeend',
      `<p id="f1">small</p><p id="f2">${long}</p><p id="f3">italics</p><p id="f4">capitals</p>
       <div class="block"><img src="/nothing.svg" alt="A name"></div>
       <p>Read <a href="/sq">this</a> now.</p><div class="block"><div>no picture</div></div>`,
    )
    const set = (id: string, name: string, value: string) => document.getElementById(id)?.style.setProperty(name, value)
    set('f1', 'font-size', '18px')
    set('f2', 'max-inline-size', 'none')
    set('f3', 'font-style', 'italic')
    set('f4', 'text-transform', 'uppercase')
  })
  const found = await layoutFaults(page)
  const kinds = ['letters of 18', 'a line of ', 'italics', 'capitals', 'a link in a sentence', 'no picture']
  for (const kind of [...kinds, 'a picture has a name', 'a picture does not load']) {
    expect(
      found.some((fault) => fault.startsWith(kind)),
      kind,
    ).toBe(true)
  }
})

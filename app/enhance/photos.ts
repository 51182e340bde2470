/**
 * Makes photos smaller before they are sent, which saves minutes where the network is slow. What this browser cannot
 * read or make smaller goes as it is. Works when the form is sent, whichever of its buttons sends it.
 */
const longestSide = 1600

const field = document.querySelector<HTMLInputElement>('input[data-shrink]')
const form = field?.form
let state: 'fresh' | 'working' | 'ready' = 'fresh'

field?.addEventListener('change', () => (state = 'fresh'))

form?.addEventListener('submit', (event) => {
  const files = [...(field?.files ?? [])]
  if (state === 'ready' || files.length === 0 || !form.requestSubmit) return
  event.preventDefault()
  if (state === 'working') return
  state = 'working'
  const status = form.querySelector<HTMLElement>('[data-wait]')
  if (status) status.textContent = status.dataset['wait'] ?? ''
  void Promise.all(files.map(shrink)).then((smaller) => {
    const list = new DataTransfer()
    for (const file of smaller) list.items.add(file)
    if (field) field.files = list.files
    state = 'ready'
    form.requestSubmit(event.submitter)
  })
})

async function shrink(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const context = canvas.getContext('2d')
    if (!context) return file
    context.fillStyle = '#fff' // what is seen through is white, not black
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
    return made && made.size < file.size ? new File([made], 'foto.jpg', { type: made.type }) : file
  } catch {
    return file
  }
}

// A module: its names are its own.
export {}

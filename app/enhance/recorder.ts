/**
 * Records a voice into the file field of its form: what is sent is as if a file had been chosen. Shown only where the
 * browser can do it; the field stands beside it for everybody.
 */
const longest = 120 // seconds

const box = document.querySelector<HTMLElement>('[data-recorder]')
const form = box?.closest('form')
const field = form?.querySelector<HTMLInputElement>('input[type=file]')
if (box && form?.requestSubmit && field && navigator.mediaDevices && window.MediaRecorder) enhance(box, form, field)

function enhance(box: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  const buttons = [...box.querySelectorAll<HTMLButtonElement>('button')]
  const status = box.querySelector<HTMLElement>('[role=status]')
  const clock = box.querySelector<HTMLElement>('[data-clock]')
  let recorder: MediaRecorder | null = null
  let isAsking = false
  let sound: AudioBufferSourceNode | null = null

  const say = (what: string) => {
    const text = status?.dataset[what] ?? ''
    if (status && status.textContent !== text) status.textContent = text
  }
  const show = (when: 'before' | 'during' | 'after') => {
    for (const button of buttons) button.hidden = button.dataset['when'] !== when
    return buttons.find(({ hidden }) => !hidden)
  }
  const tell = (seconds: number) => {
    if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} / 2:00`
  }

  const acts: Record<string, () => Promise<void> | void> = {
    async start() {
      if (isAsking) return
      isAsking = true
      try {
        record(await navigator.mediaDevices.getUserMedia({ audio: true }))
      } catch {
        say('closed')
      }
      isAsking = false
    },
    stop: () => recorder?.stop(),
    async listen() {
      const [file] = field.files ?? []
      if (sound || !file) return
      // Not an <audio> element: the content security policy lets none play what is not from this server.
      const context = new AudioContext()
      const source = context.createBufferSource()
      sound = source
      source.onended = () => {
        sound = null
        void context.close()
      }
      source.buffer = await context.decodeAudioData(await file.arrayBuffer())
      source.connect(context.destination)
      source.start()
    },
    remove() {
      field.value = ''
      tell(0)
      say('removed')
      show('before')?.focus()
    },
  }

  function record(stream: MediaStream): void {
    const made = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 })
    const parts: Blob[] = []
    const started = Date.now()
    const ticks = setInterval(() => {
      const seconds = Math.min(longest, Math.floor((Date.now() - started) / 1000))
      tell(seconds)
      // Read out at few moments: a voice that counts would be recorded too.
      say(seconds < longest - 60 ? 'begun' : seconds < longest - 10 ? 'minute' : 'soon')
      if (seconds === longest) made.stop()
    }, 250)
    made.ondataavailable = ({ data }) => parts.push(data)
    made.onstop = () => {
      clearInterval(ticks)
      for (const track of stream.getTracks()) track.stop()
      const list = new DataTransfer()
      list.items.add(new File(parts, 'Pranë', { type: made.mimeType }))
      field.files = list.files
      say('made')
      show('after')?.focus()
    }
    made.start()
    recorder = made
    tell(0)
    say('begun')
    show('during')?.focus()
  }

  for (const button of buttons)
    button.addEventListener('click', () => {
      sound?.stop()
      void Promise.resolve(acts[button.dataset['do'] ?? '']?.()).catch(() => (button.hidden = true))
    })
  // Another file was chosen instead.
  field.addEventListener('change', () => {
    say('')
    show('before')
  })
  // Sent while it records: first it ends.
  form.addEventListener('submit', (event) => {
    if (recorder?.state !== 'recording') return
    event.preventDefault()
    recorder.addEventListener('stop', () => form.requestSubmit(event.submitter))
    recorder.stop()
  })
  box.hidden = false
}

// A module: its names are its own.
export {}

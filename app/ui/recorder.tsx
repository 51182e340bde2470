import url from '~/enhance/recorder.ts?worker&url'

type Act = 'start' | 'stop' | 'listen' | 'remove'
/** Where the recording stands; `closed`: there is no microphone, or the person did not allow it. */
type Said = 'begun' | 'minute' | 'soon' | 'made' | 'removed' | 'closed'

const acts: { act: Act; when: 'before' | 'during' | 'after' }[] = [
  { act: 'start', when: 'before' },
  { act: 'stop', when: 'during' },
  { act: 'listen', when: 'after' },
  { act: 'remove', when: 'after' },
]

/** Records into the file field of the form it stands in; hidden where there is no script or no way to record. */
export function Recorder({ buttons, says }: { buttons: Record<Act, string>; says: Record<Said, string> }) {
  const texts = Object.fromEntries(Object.entries(says).map(([name, text]) => [`data-${name}`, text]))
  return (
    <div className="recorder" data-recorder hidden>
      <div className="actions">
        {acts.map(({ act, when }) => (
          <button
            key={act}
            type="button"
            className="button button-plain"
            data-do={act}
            data-when={when}
            hidden={when !== 'before'}
          >
            {buttons[act]}
          </button>
        ))}
      </div>
      <p className="clock" data-clock aria-hidden="true" />
      <p role="status" {...texts} />
      <script type="module" src={url} />
    </div>
  )
}

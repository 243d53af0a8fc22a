// Passkeys: the part that only a script can speak. A form with data-kunci="masuk" signs in with one, data-kunci="baru"
// makes one. Where the browser knows no passkeys the forms stay hidden (people.css).

const call = async (name, fields = {}) => {
  const answer = await fetch(`/api/people/${name}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

const doors = {
  async masuk(form) {
    const asks = JSON.parse(await call('start_with_passkey')).publicKey
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asks)
    const shown = await navigator.credentials.get({ publicKey })
    const { next } = Object.fromEntries(new FormData(form))
    location.assign(await call('with_passkey', { answer: JSON.stringify(shown.toJSON()), next }))
  },
  async baru(form) {
    const asks = JSON.parse(await call('start_passkey')).publicKey
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asks)
    const made = await navigator.credentials.create({ publicKey })
    const { name } = Object.fromEntries(new FormData(form))
    await call('keep_passkey', { answer: JSON.stringify(made.toJSON()), name })
    location.reload()
  },
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.documentElement.dataset.kunci = ''
  document.addEventListener('submit', async (event) => {
    const form = event.target
    const enter = doors[form.dataset.kunci]
    if (!enter) return
    event.preventDefault()
    const said = form.querySelector('[data-galat]')
    said.hidden = true
    form.ariaBusy = 'true'
    try {
      await enter(form)
    } catch {
      said.textContent = said.dataset.galat
      said.hidden = false
    }
    form.ariaBusy = null
  })
}

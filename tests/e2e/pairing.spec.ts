import { expect, pairedPhone, test } from './driver/remote-test'

test('the code of the QR code pairs by one tap, and stands in the address no longer', async ({ wall, phone }) => {
  await phone.open(await wall.code())
  await expect(phone.page).toHaveURL(/\/remote$/)
  await expect(phone.codeField).toHaveValue(/^\w{3} \w{5}$/)
  await phone.connect()
  await phone.joined()
})

test('the wall drops the phone, which says so and steers no longer', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await wall.drop('Anna’s phone')
  await expect(phone.alert).toHaveText('This device was disconnected by the wall.')
  expect(await phone.send('/control/commands?as=remote', { kind: 'step', by: 1 })).toBe(401)
})

test('the phone disconnects itself', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.openPart('Device')
  await phone.press('Disconnect this device')
  await expect(phone.codeField).toBeVisible()
  await expect(phone.alert).toBeHidden()
  expect(await phone.send('/control/commands?as=remote', { kind: 'hold' })).toBe(401)
})

test('a wrong code pairs nothing and is told in words', async ({ wall, phone }) => {
  const code = await wall.code()
  await phone.open()
  await phone.typeCode(`${code.slice(0, 7)}${code.endsWith('2') ? '3' : '2'}`)
  await phone.connect()
  await expect(phone.alert).toContainText('No wall accepts this code')
})

test('a code works once', async ({ wall, phone, secondAsRemote }) => {
  const code = await wall.code()
  await phone.pair(code)
  await secondAsRemote.open(code)
  await secondAsRemote.connect()
  await expect(secondAsRemote.alert).toContainText('No wall accepts this code')
})

test('five wrong codes lock the display, and the phone counts the wait', async ({ wall, phone }) => {
  const code = await wall.code()
  await phone.open()
  for (const last of 'ABCDE') {
    await phone.typeCode(`${code.slice(0, 3)}${code[3] === 'Z' ? 'Y' : 'Z'}ZZZ${last}`)
    await phone.connect()
    await expect(phone.alert).toBeVisible()
  }
  await expect(phone.alert).toContainText(/Too many wrong codes. Try again in \d+:\d\d/)
  await expect(phone.button('Connect')).toBeDisabled()
})

test('another site’s request changes nothing, whatever it asks for', async ({ wall, phone, server }) => {
  await pairedPhone(wall, phone)
  const cookies = [...(await phone.page.context().cookies()), ...(await wall.page.context().cookies())]
  const [remote] = cookies.filter(({ name }) => name === 'caseboard-remote')
  expect(remote).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  const { self } = await phone.told()
  const ofScreen = 'as=screen&case=2022-10-annexation'
  const answers = [
    ['POST', 'commands?as=remote', { kind: 'hold' }],
    ['POST', `commands?${ofScreen}`, { kind: 'hold' }],
    ['POST', `offers?${ofScreen}`, {}],
    ['DELETE', `offers?${ofScreen}`, {}],
    ['POST', 'screens', { case: '2022-10-annexation', role: 'mirror' }],
    ['POST', 'pairings', { case: '2022-10-annexation', as: 'remote', name: 'Mallory' }],
    ['DELETE', `pairings/${self}?as=remote`, {}],
    ['DELETE', `pairings/${self}?${ofScreen}`, {}],
  ].map(async ([method, path, body]) => {
    const headers = {
      'content-type': 'application/json',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      // Of this network: a name of the internet's would be refused for itself.
      origin: 'http://elsewhere.local',
    }
    const options = { method: String(method), headers, body: JSON.stringify(body) }
    return (await fetch(`${server.origin}/control/${path}`, options)).status
  })
  expect(new Set(await Promise.all(answers))).toEqual(new Set([403]))
  expect(await phone.told()).toMatchObject({ self, remotes: [{ id: self }], state: { holdKind: null } })
  await expect(wall.card).toBeHidden()
})

test('a phone that was never paired steers nothing', async ({ phone }) => {
  await phone.open()
  await expect(phone.codeField).toBeVisible()
  expect(await phone.send('/control/commands?as=remote', { kind: 'step', by: 1 })).toBe(401)
})

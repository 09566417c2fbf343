import fc from 'fast-check'

// The thread is kept, and with it the mutant before: a test file is loaded without any. Stryker’s own set-up, which ran
// before, chooses the mutant when the tests begin.
const stryker = Reflect.get(globalThis, '__stryker__')
if (typeof stryker === 'object' && stryker !== null) Reflect.set(stryker, 'activeMutant', undefined)

// A property that has not failed by then is taken to hold for this mutant. The seed makes two runs comparable.
fc.configureGlobal({ interruptAfterTimeLimit: 400, seed: 20 })

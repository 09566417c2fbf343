/** How long a key press allows a window to be opened, less a margin; ms. */
const PAIRING_TIMEOUT_MS = 3_000

/**
 * Opens the presenter's view in a window of its own, to be moved to the second monitor: the display's own pairing vouches
 * for it. Without the server there is nothing that it could show.
 */
export async function openPresenterView(caseId: string): Promise<void> {
  try {
    const response = await fetch('/control/pairings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ case: caseId, as: 'remote', name: 'Presenter' }),
      signal: AbortSignal.timeout(PAIRING_TIMEOUT_MS),
    })
    if (response.ok) window.open('/remote', 'caseboard-presenter', 'popup,width=1280,height=800')
  } catch {
    // The corner says that the server is away.
  }
}

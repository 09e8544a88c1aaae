/** Installs the service worker, so that the page opens without network; a browser without one goes on as before. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
    // Nothing is lost: the page works as long as there is a network. Whoever looks for the reason finds it here.
    reportError(error);
  });
}

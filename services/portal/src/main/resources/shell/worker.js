// The service worker of this page, and what becomes of a later version: it waits. It is used as soon as nothing on the phone is
// unsent, or when a person says so, and no page is loaded again because of it.
let registration = null;

export const useNewVersion = () => registration?.waiting?.postMessage("use");

// Registers it, and calls back whenever a later version is there and waits.
export const onNewVersion = async (waits) => {
  if (!("serviceWorker" in navigator)) return;
  registration = await navigator.serviceWorker
    .register("/service-worker.js", { updateViaCache: "none" })
    .catch(() => null); // the line is away, or the browser does not trust the certificate
  if (!registration) registration = await navigator.serviceWorker.getRegistration().catch(() => null);
  if (!registration) return;
  if (registration.waiting && navigator.serviceWorker.controller) waits();
  registration.addEventListener("updatefound", () => {
    const found = registration.installing;
    found.addEventListener("statechange", () => {
      if (found.state === "installed" && navigator.serviceWorker.controller) waits();
    });
  });
};

// On every page of somebody who works without a line: how much is not sent, and the service worker that shows a page then.
import { countWaiting, isAnyWaiting, isHere, nobodyIsHere, onChange, whoIsHere } from "./store.js";
import { onNewVersion, useNewVersion } from "./worker.js";

const person = document.body.dataset.person;
if (whoIsHere() !== person) isHere(person);

// Signing out keeps what is not sent, and shows it to nobody until the same person signs in.
document.addEventListener("click", (event) => {
  if (event.target.closest?.("a[href='/sign-out']")) nobodyIsHere();
});

const show = async () => {
  const waiting = await countWaiting(person);
  const link = document.querySelector("#unsent");
  link.hidden = waiting === 0;
  link.querySelector("strong").textContent = waiting;
};

onChange(() => show().catch(() => {}));
// a browser that keeps nothing, as in a private window, shows pages all the same
show().catch(() => {});
onNewVersion(async () => {
  if (!(await isAnyWaiting())) useNewVersion();
});

// The page for work without a line: a PIN is set once, opens what is kept, and what is kept is sent while the page is open.
import * as batchPhotos from "./batch-photos.js";
import * as batches from "./batches.js";
import * as inspections from "./inspections.js";
import * as photos from "./photos.js";
import { exported, imported, show } from "./records.js";
import { NOT_YET, NO_LINE, OTHER_PERSON, SIGNED_OUT, sendAll, session } from "./sender.js";
import { countUnsent, countWaiting, forget, isAnyWaiting, isHere, keepKnown, keepVault, known, onChange, remove, vaultOf, whoIsHere, work } from "./store.js";
import { makeVault, openVault, seal, unseal } from "./vault.js";
import { onNewVersion, useNewVersion } from "./worker.js";

const SHORTEST_PIN = 6;
const IDLE_MS = 15 * 60_000;
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

const kinds = { [batches.KIND]: batches, [batchPhotos.KIND]: batchPhotos, [inspections.KIND]: inspections, [photos.KIND]: photos };
const part = (id) => document.querySelector(`#${id}`);
const words = document.querySelector("#words").dataset;
let person = null;
let key = null;
let roles = []; // for which the person works, as the portal has said when there was a line
let touched = Date.now();

// ---- what is said
const say = (sentence) => {
  part("say").textContent = sentence;
};

const refuse = (sentences) => {
  part("errors").hidden = sentences.length === 0;
  part("errors").querySelector("ul").replaceChildren(...sentences.map((sentence) => {
    const item = document.createElement("li");
    if (typeof sentence === "string") {
      item.textContent = sentence;
    } else {
      const link = document.createElement("a");
      link.href = `#${sentence.id}`;
      link.textContent = `${sentence.label}: ${sentence.isUnreadable ? words.notANumber : words.missing}`;
      item.append(link);
    }
    return item;
  }));
  if (sentences.length > 0) part("errors").focus();
};

// The browser has no room, or does not keep anything at all.
const notKept = (failed) => refuse([failed?.name === "QuotaExceededError" ? words.noRoom : words.notKept]);

const line = (reason) => {
  const text = { [NO_LINE]: words.noLine, [SIGNED_OUT]: words.signedOut, [OTHER_PERSON]: words.otherPerson };
  part("line").textContent = text[reason] ?? words.lineIsThere;
  part("sign-in").hidden = reason !== SIGNED_OUT;
};

// ---- what is shown
const PARTS = ["unsupported", "nobody", "set-pin", "unlock", "work"];

const open = (shown) => {
  PARTS.forEach((id) => { part(id).hidden = id !== shown; });
  part("lock").hidden = shown !== "work";
};

const counted = async () => {
  const waiting = person ? await countWaiting(person) : 0;
  document.querySelectorAll("[data-count]").forEach((each) => { each.textContent = waiting; });
  part("unsent").hidden = !person;
  part("new-version").hidden = !isNewVersion || !(await isAnyWaiting());
  if (key) await show(key, person, kinds, actions);
};

const actions = {
  correct(record, content) {
    if (key) Promise.resolve(kinds[record.kind].correct(record, content, key)).catch(notKept);
  },
  async remove(record, content) {
    const now = await work(record.id);
    if (!now || now.tried || !confirm(`${words.removeWhat} ${kinds[record.kind].title(content)}`)) return;
    await kinds[record.kind].removeParts?.(now);
    await remove(record.id);
  },
};

// ---- lists that forms need: as they were when there was a line
const aboutKnown = (name) => `known ${name} ${person}`;

const learn = async (name, fresh) => {
  if (fresh && key) await keepKnown(person, name, await seal(key, fresh, aboutKnown(name)));
};

const recall = async (name) => {
  const kept = await known(person, name);
  return kept && key ? unseal(key, kept, aboutKnown(name)) : null;
};

const start = (lot) => inspections.begin(key, person, lot).catch(notKept);

const knowLists = async (isThere) => {
  if (isThere) await learn("roles", (await session().catch(() => ({}))).roles);
  roles = (await recall("roles")) ?? [];
  for (const { list, know, role } of Object.values(kinds)) {
    if (!list || !roles.includes(role)) continue;
    if (isThere) await learn(list.name, await list.read().catch(() => null));
    const kept = await recall(list.name);
    if (key) know(kept, start);
  }
  part("lists-unknown").hidden = roles.length > 0;
};

// ---- sending
let sending = null;
let retry = RETRY_MS;
let timer = null;
let again = false;

const sendOnce = async () => {
  const reason = await sendAll(key, person, kinds);
  line(reason);
  retry = reason ? Math.min(2 * retry, LONGEST_RETRY_MS) : RETRY_MS;
  if (!reason) await knowLists(true);
  return reason;
};

const send = () => {
  if (!key) return null;
  clearTimeout(timer);
  again = Boolean(sending); // what was kept while others are sent goes right after them
  sending ??= sendOnce().catch(notKept).then(async (reason) => {
    sending = null;
    // what the portal cannot take yet, it takes in a moment
    const pause = again ? 0 : reason === NOT_YET ? retry / 5 : reason ? retry : LONGEST_RETRY_MS;
    if (key && (await countUnsent(person)) > 0) timer = setTimeout(send, pause);
    return reason;
  });
  return sending;
};

// ---- the PIN
const unlocked = async (opened) => {
  key = opened;
  touched = Date.now();
  refuse([]);
  open("work");
  batches.clear();
  await knowLists(false);
  await counted();
  await send();
};

const lock = async () => {
  key = null;
  inspections.close();
  ["batch", "inspections"].forEach((id) => { part(id).hidden = true; });
  part("records").replaceChildren();
  await begin();
};

const begin = async () => {
  document.querySelectorAll("input[type=password]").forEach((field) => { field.value = ""; });
  if (!person) return open("nobody");
  open((await vaultOf(person)) ? "unlock" : "set-pin");
  return counted();
};

const onSubmit = (id, act) =>
  part(id).addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.target.querySelector("button");
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    say("");
    await act(event.target.elements).catch(notKept);
    button.removeAttribute("aria-busy");
  });

onSubmit("set-pin", async ({ pin, again }) => {
  if ([...pin.value].length < SHORTEST_PIN) return refuse([words.shortPin]);
  if (pin.value !== again.value) return refuse([words.otherPin]);
  const made = await makeVault(person, pin.value);
  await keepVault(made.vault);
  await unlocked(made.key);
  const promised = await navigator.storage.persist().catch(() => false);
  return say(promised ? words.persists : words.mayBeDeleted);
});

onSubmit("open", async ({ typed }) => {
  const opened = await openVault(await vaultOf(person), typed.value);
  typed.value = "";
  return opened ? unlocked(opened) : refuse([words.wrongPin]);
});

onSubmit("forget", async ({ sure }) => {
  if (!sure.checked) return refuse([words.notSure]);
  sure.checked = false;
  await forget(person);
  return begin();
});

onSubmit("batch", async () => {
  const missing = await batches.keepTyped(key, person);
  refuse(missing);
  if (missing.length > 0) return;
  say(words.kept);
  send();
});

part("inspection").addEventListener("change", ({ target }) => {
  if (!target.name || ["photo", "caption", "signature"].includes(target.name)) return;
  inspections.changed().then(() => say(words.kept)).catch(notKept);
});

onSubmit("inspection", async ({ signature }) => {
  const missing = await inspections.sign(signature.value.trim());
  refuse(missing);
  if (missing.length > 0) return;
  say(words.kept);
  send();
});

// ---- buttons
part("rest").addEventListener("click", () => inspections.looked().then(() => say(words.kept)).catch(notKept));
part("close-inspection").addEventListener("click", inspections.close);
part("photo").addEventListener("change", async ({ target }) => {
  const caption = part("caption");
  if (!target.files[0]) return;
  const taken = await inspections.photograph(target.files[0], caption.value.trim()).catch(notKept);
  target.value = "";
  if (taken === null) refuse([words.noPicture]);
  if (!taken) return;
  refuse([]);
  caption.value = "";
  say(words.kept);
  send();
});
part("batch-photo").addEventListener("change", async ({ target }) => {
  const caption = part("batch-caption");
  if (!target.files[0]) return;
  const taken = await batches.photograph(target.files[0], caption.value.trim());
  target.value = "";
  refuse(taken ? [] : [words.noPicture]);
  if (taken) caption.value = "";
});
part("lock").addEventListener("click", lock);
part("send").addEventListener("click", async () => {
  retry = RETRY_MS;
  await send();
});
part("export").addEventListener("click", async () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await exported(key, person));
  link.download = `parasol-unsent-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
});
part("import").addEventListener("change", async ({ target }) => {
  const added = target.files[0] ? await imported(key, person, target.files[0]).catch(notKept) : null;
  target.value = "";
  if (added === null) refuse([words.otherFile]);
  else if (added !== undefined) {
    refuse([]);
    say(`${words.added} ${added}`);
    send();
  }
});
part("use-new-version").addEventListener("click", () => {
  isNewVersion = false;
  useNewVersion();
  counted();
});

// ---- the beginning
let isNewVersion = false;

const launch = async () => {
  if (!window.isSecureContext || !navigator.locks || !navigator.serviceWorker || !window.indexedDB || !crypto.subtle) {
    return open("unsupported");
  }
  onNewVersion(async () => {
    isNewVersion = true;
    if (await isAnyWaiting()) return counted();
    return useNewVersion();
  });
  person = whoIsHere();
  await begin();
  const here = await session().catch((stopped) => stopped);
  line(here.reason);
  if (here.person && here.person !== person) {
    isHere(here.person);
    person = here.person;
    await lock();
  }
  return null;
};

onChange(() => counted().catch(notKept));
window.addEventListener("online", send);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) send();
});
for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
}
setInterval(() => {
  if (key && Date.now() - touched > IDLE_MS && !batches.isTyped()) lock().catch(notKept);
}, 30_000);
launch().catch(() => open("unsupported"));

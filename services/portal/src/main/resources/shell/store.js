// What a phone keeps (IndexedDB): for each person a vault, sealed work that is not sent, and sealed lists that forms need. Whose
// a record is, its kind and its state are not sealed, so that unsent work can be counted before the PIN is typed; nothing else is.
import { openDB } from "./idb-8.0.4.js";

const NAME = "parasol";
const VERSION = 1; // a later one adds to `upgrade`, and deletes no store that has work
const PERSON = "parasol-person";
const CHANGES = "parasol-unsent";

// How the content of a record is laid out; a record of a later schema is neither read nor changed by this version.
export const SCHEMA = 1;
export const DRAFT = "draft"; // begun, and not to be sent yet
export const UNSENT = "unsent";
export const REFUSED = "refused";
export const SENT = "sent";
const WAITING = [DRAFT, UNSENT, REFUSED];

const stores = {
  upgrade(database, from) {
    if (from < 1) {
      database.createObjectStore("vaults", { keyPath: "person" });
      database.createObjectStore("work", { keyPath: "id" }).createIndex("person", ["person", "state"]);
      database.createObjectStore("known", { keyPath: ["person", "name"] });
    }
  },
  // another tab has a later version of the portal: it is not kept waiting
  blocking(current, blocked, event) {
    opened = null;
    event.target.close();
  },
};

let opened = null;
const database = () => (opened ??= openDB(NAME, VERSION, stores).catch((failed) => {
  opened = null;
  throw failed;
}));

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANGES) : null;

// Calls back when work was kept, sent or removed, in this tab or another.
export const onChange = (listener) => {
  channel?.addEventListener("message", listener);
  document.addEventListener(CHANGES, listener);
};

const changed = () => {
  channel?.postMessage("");
  document.dispatchEvent(new Event(CHANGES));
};

// Writes until it is on the disk, or fails: a browser that is killed afterwards has it.
const write = async (store, change) => {
  const transaction = (await database()).transaction(store, "readwrite", { durability: "strict" });
  await Promise.all([change(transaction.store), transaction.done]);
};

// ---- who has last signed in here; whoever signs out is nobody, and what it has kept stays
export const whoIsHere = () => localStorage.getItem(PERSON);
export const isHere = (person) => localStorage.setItem(PERSON, person);
export const nobodyIsHere = () => localStorage.removeItem(PERSON);

export const vaultOf = async (person) => (await database()).get("vaults", person);
export const keepVault = (vault) => write("vaults", (vaults) => vaults.put(vault));

// ---- work
const count = async (person, state) => (await database()).countFromIndex("work", "person", [person, state]);

// How much of a person's work has not arrived.
export const countWaiting = async (person) =>
  (await Promise.all(WAITING.map((state) => count(person, state)))).reduce((sum, each) => sum + each, 0);

// How much of it can be sent: neither begun only, nor refused.
export const countUnsent = (person) => count(person, UNSENT);

// Whether anybody's work on this phone has not arrived.
export const isAnyWaiting = async () =>
  (await (await database()).getAll("work")).some((record) => WAITING.includes(record.state));

export const workOf = async (person) =>
  (await (await database()).getAllFromIndex("work", "person", IDBKeyRange.bound([person], [person, []])))
    .sort((one, other) => one.keptAt - other.keptAt || one.id.localeCompare(other.id));

export const work = async (id) => (await database()).get("work", id);

export const keep = (record) => keepAll([record]);

// Keeps all of these or, where there is no room, none.
export const keepAll = async (records) => {
  await write("work", (all) => Promise.all(records.map((record) => all.put(record))));
  changed();
};

export const remove = async (id) => {
  await write("work", (all) => all.delete(id));
  changed();
};

// Deletes whatever a person has kept here; the only way on when a PIN is lost.
export const forget = async (person) => {
  const ids = (await workOf(person)).map((record) => record.id);
  const names = await (await database()).getAllKeys("known", IDBKeyRange.bound([person], [person, []]));
  await write("work", (all) => Promise.all(ids.map((id) => all.delete(id))));
  await write("known", (all) => Promise.all(names.map((name) => all.delete(name))));
  await write("vaults", (all) => all.delete(person));
  changed();
};

// ---- lists that forms need
export const keepKnown = (person, name, sealed) => write("known", (all) => all.put({ person, name, sealed }));
export const known = async (person, name) => (await (await database()).get("known", [person, name]))?.sealed;

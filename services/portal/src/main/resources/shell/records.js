// The list of what is kept, and the file that it is exported to and read from.
import { DRAFT, REFUSED, SCHEMA, SENT, UNSENT, keep, remove, work, workOf } from "./store.js";
import { contentOf, fileOf, sealed, withFile } from "./sender.js";

const FORMAT = "parasol-unsent";
const KEPT_AFTER_ARRIVAL_MS = 30 * 24 * 3_600_000;

const mark = { [DRAFT]: "waiting", [UNSENT]: "waiting", [REFUSED]: "bad", [SENT]: "good" };

const line = (sentence) => {
  const item = document.createElement("p");
  item.className = "error";
  item.textContent = sentence;
  return item;
};

// A record of a later version of the portal is counted and left as it is.
const itemOf = async (key, record, kinds, actions) => {
  const words = document.querySelector("#record").dataset;
  const item = document.querySelector("#record").content.cloneNode(true).firstElementChild;
  const kind = record.schema <= SCHEMA ? kinds[record.kind] : null;
  const content = kind ? await contentOf(key, record) : null;
  item.dataset.id = record.id;
  item.querySelector("strong").textContent = kind ? kind.title(content) : words.later;
  const state = item.querySelector(".state");
  state.textContent = words[record.state];
  state.classList.add(mark[record.state]);
  const { answer } = content ?? {};
  if (record.state === REFUSED) {
    item.querySelector("p").after(...[...answer.refused, ...Object.values(answer.fields)].map(line));
  }
  if (content?.digest) item.dataset.digest = content.digest;
  const link = item.querySelector("a");
  link.hidden = !answer?.arrived;
  if (answer?.arrived) link.href = answer.arrived;
  const isFree = kind && record.state !== SENT && !record.tried;
  item.querySelector("[name=correct]").hidden = !isFree || !kind.correct;
  item.querySelector("[name=remove]").hidden = !isFree;
  item.querySelector("[name=correct]").addEventListener("click", () => actions.correct(record, content));
  item.querySelector("[name=remove]").addEventListener("click", () => actions.remove(record, content));
  return item;
};

// Shows what a person has kept, the newest first.
export const show = async (key, person, kinds, actions) => {
  const all = await workOf(person);
  const old = Date.now() - KEPT_AFTER_ARRIVAL_MS;
  for (const record of all.filter((each) => each.state === SENT && each.answeredAt < old)) await remove(record.id);
  const shown = all.filter((each) => each.state !== SENT || each.answeredAt >= old).reverse();
  const items = await Promise.all(shown.map((record) => itemOf(key, record, kinds, actions)));
  document.querySelector("#records").replaceChildren(...items);
  document.querySelector("#no-records").hidden = items.length > 0;
};

// Bytes in a file of text (RFC 4648).
const toText = (bytes) => btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""));
const toBytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

// All that has not arrived, readable by everybody who has the file.
export const exported = async (key, person) => {
  const waiting = (await workOf(person)).filter((record) => record.state !== SENT && record.schema <= SCHEMA);
  const records = await Promise.all(waiting.map(async (record) => {
    const { id, kind, part, after, schema, state, keptAt, tried } = record;
    const file = record.file && toText(await fileOf(key, record));
    return { id, kind, part, after, schema, state, keptAt, tried, content: await contentOf(key, record), file };
  }));
  return new Blob([JSON.stringify({ format: FORMAT, version: 1, person, work: records }, null, 1)], { type: "application/json" });
};

// Reads such a file, also on another phone: ids stay, so that what is in both arrives once. Answers with how many were added;
// null if it is no such file, or another person's.
export const imported = async (key, person, file) => {
  const read = await file.text().then(JSON.parse).catch(() => null);
  if (read?.format !== FORMAT || read.person !== person || !Array.isArray(read.work)) return null;
  let added = 0;
  for (const { id, kind, part, after, schema, state, keptAt, tried, content, file } of read.work) {
    if (schema > SCHEMA || (await work(id))) continue;
    const record = await sealed(key, { id, person, kind, part, after, schema, state, keptAt, tried }, content);
    await keep(file ? await withFile(key, record, toBytes(file)) : record);
    added++;
  }
  return added;
};

// A whole inspection without a line: a lot that was claimed while there was one, its units, instruments, photos and signature.
// Every change is kept at once; nothing of it is sent before it is signed, but for photos, which go ahead.
import { DRAFT, SCHEMA, SENT, UNSENT, keep, remove, work, workOf } from "./store.js";
import { contentOf, newWork, post, read, sealed } from "./sender.js";
import * as photos from "./photos.js";
import { fields, lookedAtAll, resultOf, typedOf } from "./units.js";

export const KIND = "inspection";
export const role = "auditor";
export const list = { name: "inspections", read: () => read("/offline/inspections") };
export const title = (content) => content.sheet.title;

const part = (id) => document.querySelector(`#${id}`);
const words = part("inspection").dataset;
let known = { lots: [], instruments: [] };
let open = null; // { key, person, record, content }
let saving = Promise.resolve();

export const isTyped = () => false; // every change is kept at once

export const send = async (record, content, token) => {
  const { sheet, finding } = content;
  const answer = await post("/offline/inspections", token, {
    id: record.id, person: record.person, schema: record.schema, batchId: sheet.batchId, inspectionId: content.inspectionId,
    etag: sheet.etag, finding,
  });
  return answer.arrived ? { arrived: answer.arrived } : { refused: answer.general, fields: answer.fields };
};

// ---- lots that are prepared
const button = (text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "secondary";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};

const showLots = async (start) => {
  const items = known.lots.map((lot) => {
    const item = document.createElement("li");
    item.append(button(lot.title, () => start(lot)), ` ${lot.where}`);
    return item;
  });
  part("lots").replaceChildren(...items);
  part("no-lots").hidden = items.length > 0;
};

export const know = (lists, start) => {
  part("inspections").hidden = open !== null;
  known = lists ?? known;
  return showLots(start);
};

// ---- one inspection
const states = ({ isTouched, isComplete, failing }) =>
  !isTouched ? ["untouched", ""] : !isComplete ? ["incomplete", "waiting"] : failing ? ["failing", "bad"] : ["good", "good"];

const options = (select, values) => {
  select.replaceChildren(select.options[0], ...values.map(([value, text]) => new Option(text, value)));
};

const instrumentField = (name, index) => {
  const label = document.createElement("label");
  label.htmlFor = `instrument${index}`;
  label.textContent = name;
  const select = document.createElement("select");
  select.id = `instrument${index}`;
  select.name = `instrument${index}`;
  select.add(new Option(words.none, ""));
  options(select, known.instruments.map((each) => [each.instrumentId, each.text]));
  const both = document.createElement("div");
  both.className = "field";
  both.append(label, select);
  return both;
};

const measured = (sheet) => sheet.characteristics.filter((each) => each.measured).map((each) => each.name);

const mark = () => {
  const { sheet, typed } = open.content;
  let done = 0;
  for (const unit of sheet.units) {
    const result = resultOf(sheet, unit, typed);
    const [word, look] = states(result);
    const state = part("units").querySelector(`[data-unit="${unit.unit}"] .state`);
    state.textContent = words[word];
    state.className = `state ${look}`;
    result.unreadable.forEach((name) => part("inspection").elements[name].setAttribute("aria-invalid", "true"));
    if (result.isComplete) done++;
  }
  part("progress").textContent = `${done} / ${sheet.units.length}`;
};

const fill = () => {
  for (const [name, value] of Object.entries(open.content.typed)) {
    const field = part("inspection").elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === "1";
    else field.value = value;
  }
};

const showPhotos = async () => {
  const all = (await workOf(open.person)).filter((each) => each.part === open.record.id && each.kind === photos.KIND);
  const items = await Promise.all(all.map(async (record) => {
    const { caption, name, digest } = await contentOf(open.key, record);
    const item = document.createElement("li");
    item.textContent = caption || name;
    item.dataset.digest = digest;
    return item;
  }));
  part("photos").replaceChildren(...items);
};

const show = async () => {
  const { sheet } = open.content;
  part("inspection-title").textContent = sheet.title;
  part("units").replaceChildren(...fields(sheet, words));
  part("instruments").replaceChildren(...measured(sheet).map(instrumentField));
  part("grade-field").hidden = sheet.grades.length === 0;
  options(part("grade"), sheet.grades.map((each) => [each, each]));
  part("inspection").reset();
  fill();
  mark();
  part("inspection").hidden = false;
  part("inspections").hidden = true;
  await showPhotos();
  part("inspection-title").focus();
};

export const close = () => {
  open = null;
  part("inspection").hidden = true;
  part("units").replaceChildren();
  part("inspections").hidden = false;
};

const firstTyped = (sheet) => ({
  ...typedOf(sheet), grade: sheet.grade ?? "", remarks: sheet.remarks ?? "", measuredOn: sheet.measuredOn ?? "",
  ...Object.fromEntries(measured(sheet).map((name, index) => [`instrument${index}`, sheet.instruments[name] ?? ""])),
});

// Goes on with a lot where it was left, or begins.
export const begin = async (key, person, sheet) => {
  for (const record of await workOf(person)) {
    if (record.kind !== KIND || record.state === SENT || record.schema > SCHEMA) continue;
    const content = await contentOf(key, record);
    if (content.sheet.batchId === sheet.batchId) return record.tried ? null : correct(record, content, key);
  }
  const content = { sheet, inspectionId: sheet.inspectionId, typed: firstTyped(sheet) };
  const record = await newWork(key, person, KIND, content, { state: DRAFT });
  await keep(record);
  return goOn(key, person, record, content);
};

const goOn = (key, person, record, content) => {
  open = { key, person, record, content };
  return show();
};

// What was signed is opened again, to be signed once more under an id of its own. What the portal has of it meanwhile has been
// told, if that was the reason.
export const correct = async (record, content, key) => {
  if (record.state === DRAFT) return goOn(key, record.person, record, content);
  const { answer, finding, ...again } = content;
  known = (await list.read().catch(() => null)) ?? known;
  const fresh = known.lots.find((each) => each.batchId === again.sheet.batchId);
  if (fresh) {
    again.sheet = { ...again.sheet, etag: fresh.etag };
    again.inspectionId = fresh.etag ? fresh.inspectionId : again.inspectionId;
  }
  const copy = await newWork(key, record.person, KIND, again, { state: DRAFT });
  await keep(copy);
  for (const each of await workOf(record.person)) {
    if (each.part === record.id) await keep({ ...each, part: copy.id });
  }
  await remove(record.id);
  return goOn(key, record.person, copy, again);
};

// Its photos go with it, unless they have arrived.
export const removeParts = async (record) => {
  for (const each of await workOf(record.person)) {
    if (each.part === record.id && !each.tried) await remove(each.id);
  }
  if (open?.record.id === record.id) close();
};

const typedNow = () => {
  const typed = { ...open.content.typed };
  for (const field of part("inspection").elements) {
    if (!field.name || ["photo", "caption", "signature"].includes(field.name)) continue;
    typed[field.name] = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
    field.removeAttribute("aria-invalid");
  }
  return typed;
};

// Keeps what is typed, one change after the other.
export const changed = (typed = typedNow()) => {
  if (!open) return saving;
  open.content = { ...open.content, typed };
  mark();
  const { key, record, content } = open;
  saving = saving.catch(() => {}).then(async () => {
    const now = await work(record.id);
    if (now?.state === DRAFT) await keep(await sealed(key, now, content));
  });
  return saving;
};

export const looked = () => {
  const typed = lookedAtAll(open.content.sheet, typedNow());
  open.content.typed = typed;
  fill();
  return changed(typed);
};

export const photograph = async (file, caption) => {
  const { key, person, record, content } = open;
  const number = part("photos").children.length + 1;
  const { batchId, title: lot } = content.sheet;
  const taken = await photos.take(key, person, { file, caption, inspection: record.id, batchId, lot, number });
  if (taken) await showPhotos();
  return taken;
};

// Signs what is kept. Answers with what is missing; nothing is signed then.
export const sign = async (signature) => {
  await changed();
  const { key, record, content } = open;
  const { sheet, typed } = content;
  const results = sheet.units.map((unit) => ({ unit, ...resultOf(sheet, unit, typed) }));
  const missing = results
    .filter((each) => !each.isComplete)
    .map((each) => ({ id: each.unreadable[0] ?? part("units").querySelector(`[data-unit="${each.unit.unit}"] input`).id, label: each.unit.label, isUnreadable: each.unreadable.length > 0 }));
  if (sheet.grades.length > 0 && !typed.grade) missing.push({ id: "grade", label: words.grade });
  if (!signature) missing.push({ id: "signature", label: words.signature });
  if (missing.length > 0) return missing;
  const named = measured(sheet).map((name, index) => [name, typed[`instrument${index}`]]).filter(([, id]) => id);
  const finding = {
    results: results.map((each) => each.result), grade: typed.grade || null, remarks: typed.remarks || null,
    instruments: named.length > 0 ? Object.fromEntries(named) : null,
    measuredOn: named.length > 0 ? typed.measuredOn || null : null, signature,
  };
  await keep(await sealed(key, { ...record, state: UNSENT }, { ...content, finding }));
  close();
  return [];
};

// Batches that a producer reports without a line: the form, how one reads in the list, and how it is sent.
import * as photos from "./batch-photos.js";
import { keep, keepAll, remove, work } from "./store.js";
import { newWork, post, read } from "./sender.js";

export const KIND = "batch";
export const role = "producer";
const FIELDS = ["product", "lot", "quantity", "madeOn", "bestBefore", "route", "commitmentId"];
const REQUIRED = ["product", "lot", "quantity", "madeOn", "route"];

export const send = async (record, content, token) => {
  const answer = await post("/offline/batches", token, {
    id: record.id, person: record.person, schema: record.schema, fields: content.fields,
  });
  return answer.arrived ? { arrived: answer.arrived } : { refused: answer.general, fields: answer.fields };
};

// Its photos learn where it is.
export const arrived = async (key, record, path) => {
  for (const photo of await photos.ofBatch(record.person, record.id)) await keep(await photos.arrived(key, photo, path));
};

// Its photos go with it.
export const removeParts = async (record) => {
  for (const photo of await photos.ofBatch(record.person, record.id)) await remove(photo.id);
};

export const title = (content) =>
  [content.fields.lot, content.fields.product, content.fields.quantity].filter((part) => part).join(" · ");

export const list = { name: "batches", read: () => read("/offline/batches/choices") };

// ---- the form
const form = () => document.querySelector("#batch");
const field = (name) => form().elements[name];
let corrected = null;
let taken = []; // photos that are kept with the batch
let before = 0; // how many were kept with a report that is corrected
let products = [];

const choose = (name, options) => {
  const select = field(name);
  const chosen = select.value;
  select.replaceChildren(select.options[0], ...options.map(([value, text]) => new Option(text, value)));
  select.value = options.some(([value]) => value === chosen) ? chosen : "";
};

// Lets choose what was known when there was a line; the form is not there before.
export const know = (lists) => {
  form().hidden = !lists;
  if (!lists) return;
  products = lists.products;
  choose("product", lists.products.map((each) => [each.product, `${each.name} (${each.product})`]));
  choose("commitmentId", lists.commitments.map((each) => [each.commitmentId, each.text]));
};

const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

const labelOf = (name) => form().querySelector(`label[for="${field(name).id}"]`).firstChild.data.trim();

export const isTyped = () => taken.length > 0 || ["lot", "quantity"].some((name) => field(name).value !== "");

const showTaken = () => {
  const list = form().querySelector("#batch-photos");
  list.replaceChildren(...taken.map((photo, index) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secondary outline";
    button.textContent = list.dataset.remove;
    button.setAttribute("aria-label", `${list.dataset.remove} ${index + 1} ${photo.caption}`.trim());
    button.addEventListener("click", () => {
      taken = taken.filter((each) => each !== photo);
      showTaken();
      form().querySelector("#batch-photo").focus();
    });
    item.append(`${index + 1}. ${photo.caption} `, button);
    return item;
  }));
  form().querySelector("#batch-photo-fields").hidden = before + taken.length >= photos.MAX;
};

// Adds a photo to what is typed; null if it is no picture.
export const photograph = async (file, caption) => {
  const photo = await photos.chosen(file, caption);
  if (photo) taken.push(photo);
  showTaken();
  return photo;
};

export const clear = () => {
  corrected = null;
  taken = [];
  before = 0;
  showTaken();
  const { product, route } = Object.fromEntries(FIELDS.map((name) => [name, field(name).value]));
  form().reset();
  // the next batch is mostly of the same product, made in the same way
  field("product").value = product;
  field("route").value = route;
  field("madeOn").value = today();
};

// Puts a record into the form again: as another record, with an id of its own, once it is kept.
export const correct = async (record, content) => {
  corrected = record.id;
  before = (await photos.ofBatch(record.person, record.id)).length;
  showTaken();
  FIELDS.forEach((name) => {
    if (content.fields[name] && field(name).tagName === "SELECT" && ![...field(name).options].some((each) => each.value === content.fields[name])) {
      field(name).add(new Option(content.fields[name], content.fields[name]));
    }
    field(name).value = content.fields[name] ?? "";
  });
  field("lot").focus();
};

// Keeps what is typed. Answers with the labels of fields that are empty; nothing is kept then.
export const keepTyped = async (key, person) => {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, field(name).value.trim()]));
  fields.unit = products.find((each) => each.product === fields.product)?.unit ?? "";
  const missing = REQUIRED.filter((name) => !fields[name]);
  if (missing.length > 0) return missing.map((name) => ({ id: field(name).id, label: labelOf(name) }));
  const old = corrected && (await work(corrected));
  const record = await newWork(key, person, KIND, { fields });
  const isReplaced = old && !old.tried;
  const moved = isReplaced ? (await photos.ofBatch(person, old.id)).map((each) => ({ ...each, after: record.id })) : [];
  await keepAll([record, ...(await photos.records(key, person, record.id, fields.lot, taken)), ...moved]);
  if (isReplaced) await remove(old.id);
  clear();
  return [];
};

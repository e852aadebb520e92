// Batches that a producer reports without a line: the form, how one reads in the list, and how it is sent.
import { keep, remove, work } from "./store.js";
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

export const title = (content) =>
  [content.fields.lot, content.fields.product, content.fields.quantity].filter((part) => part).join(" · ");

export const list = { name: "batches", read: () => read("/offline/batches/choices") };

// ---- the form
const form = () => document.querySelector("#batch");
const field = (name) => form().elements[name];
let corrected = null;
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

export const isTyped = () => ["lot", "quantity"].some((name) => field(name).value !== "");

export const clear = () => {
  corrected = null;
  const { product, route } = Object.fromEntries(FIELDS.map((name) => [name, field(name).value]));
  form().reset();
  // the next batch is mostly of the same product, made in the same way
  field("product").value = product;
  field("route").value = route;
  field("madeOn").value = today();
};

// Puts a record into the form again: as another record, with an id of its own, once it is kept.
export const correct = (record, content) => {
  corrected = record.id;
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
  await keep(await newWork(key, person, KIND, { fields }));
  if (old && !old.tried) await remove(old.id);
  clear();
  return [];
};

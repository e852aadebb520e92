// Photos of an inspection: made small, so that they fit on the phone and through a thin line, and known by their SHA-256 from the
// moment at which they are kept until they have arrived.
import { keep } from "./store.js";
import { small } from "./small.js";
import { fileOf, newWork, postBytes, withFile } from "./sender.js";

export const KIND = "photo";
export const role = "auditor";

export const title = (content) => [content.caption || content.name, content.lot].join(" · ");

export const digestOf = async (bytes) =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (each) => each.toString(16).padStart(2, "0")).join("");

// Keeps a photo of a lot; null if it is no picture.
export const take = async (key, person, { file, caption, inspection, batchId, lot, number }) => {
  const bytes = await small(file).catch(() => null);
  if (!bytes) return null;
  const content = { batchId, lot, caption, name: `photo-${number}.jpg`, digest: await digestOf(bytes), size: bytes.length };
  const record = await newWork(key, person, KIND, content, { part: inspection });
  await keep(await withFile(key, record, bytes));
  return content;
};

export const send = async (record, content, token, key) => {
  const { name, caption, digest } = content;
  const query = new URLSearchParams({ person: record.person, schema: record.schema, name, caption, digest });
  const answer = await postBytes(`/offline/inspections/${content.batchId}/photos/${record.id}?${query}`, token, await fileOf(key, record));
  return answer.arrived ? { arrived: answer.arrived } : { refused: answer.general, fields: answer.fields };
};

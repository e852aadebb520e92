// Photos of an inspection: made small, so that they fit on the phone and through a thin line, and known by their SHA-256 from the
// moment at which they are kept until they have arrived.
import { keep } from "./store.js";
import { fileOf, newWork, postBytes, withFile } from "./sender.js";

export const KIND = "photo";
export const role = "auditor";
const LONGEST_SIDE = 1_600; // pixels
const QUALITY = 0.8;

export const title = (content) => [content.caption || content.name, content.lot].join(" · ");

// As JPEG; where a phone was, and by which camera, is not in it any more.
const small = async (file) => {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise((made) => canvas.toBlob(made, "image/jpeg", QUALITY));
  return new Uint8Array(await jpeg.arrayBuffer());
};

const digestOf = async (bytes) =>
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

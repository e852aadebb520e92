// Photos of a batch that is reported without a line. A photo belongs to a batch that there is: it is sent after the batch has arrived.
import { SENT, work, workOf } from "./store.js";
import { digestOf } from "./photos.js";
import { small } from "./small.js";
import { contentOf, fileOf, newWork, postBytes, sealed, withFile } from "./sender.js";

export const KIND = "batch-photo";
export const role = "producer";
export const MAX = 6; // of a batch, as quality takes them

export const title = (content) => [content.caption || content.name, content.lot].join(" · ");

// A photo that was chosen and is not kept yet; null if it is no picture.
export const chosen = async (file, caption) => {
  const bytes = await small(file).catch(() => null);
  return bytes && { bytes, caption, digest: await digestOf(bytes) };
};

// Chosen photos as they are kept beside the record of their batch.
export const records = (key, person, batch, lot, photos) =>
  Promise.all(photos.map(async ({ bytes, caption, digest }, index) => {
    const content = { lot, caption, name: `photo-${index + 1}.jpg`, digest, size: bytes.length };
    return withFile(key, await newWork(key, person, KIND, content, { after: batch }), bytes);
  }));

// The photos of a batch's record that have not arrived.
export const ofBatch = async (person, batch) =>
  (await workOf(person)).filter((each) => each.after === batch && each.state !== SENT);

// A photo that knows where its batch is, and waits for it no more.
export const arrived = async (key, record, batch) =>
  sealed(key, { ...record, after: null }, { ...(await contentOf(key, record)), batch });

// The path of the batch; it is told at its arrival, or stands in the batch's own record, if the browser was closed just then.
const batchOf = async (record, content, key) =>
  content.batch ?? (await contentOf(key, await work(record.after))).answer.arrived;

export const send = async (record, content, token, key) => {
  const { caption, digest } = content;
  const query = new URLSearchParams({ person: record.person, schema: record.schema, caption, digest });
  const path = `/offline${await batchOf(record, content, key)}/photos/${record.id}?${query}`;
  const answer = await postBytes(path, token, await fileOf(key, record));
  if (answer.later) return answer;
  return answer.arrived ? { arrived: answer.arrived } : { refused: answer.general, fields: answer.fields };
};

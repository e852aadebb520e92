// Sends what is kept, one after the other, by one tab alone. Each record has an id of its own from the moment at which it was
// kept, by which the service knows it again: what has arrived and was not answered is sent once more and is one effect.
import { REFUSED, SCHEMA, SENT, UNSENT, keep, work, workOf } from "./store.js";
import { openBytes, seal, sealBytes, unseal } from "./vault.js";

const LOCK = "parasol-send";
const PATIENCE_MS = 20_000;
const FILE_PATIENCE_MS = 120_000;
const REFUSED_STATUS = 422;

// Why sending has stopped before its end, or has to be done again.
export const NO_LINE = "no-line";
export const SIGNED_OUT = "signed-out";
export const OTHER_PERSON = "other-person";
export const NOT_YET = "not-yet"; // the portal cannot take something at this moment

class Stopped extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

export const aboutOf = (record) => `${record.kind} ${record.id} ${record.person}`;
export const contentOf = (key, record) => unseal(key, record.sealed, aboutOf(record));
export const sealed = async (key, record, content) => ({ ...record, sealed: await seal(key, content, aboutOf(record)) });

// New work of a person, as it is kept before it is sent; `more` is not sealed.
export const newWork = (key, person, kind, content, more = {}) =>
  sealed(key, { id: crypto.randomUUID(), person, kind, schema: SCHEMA, state: UNSENT, keptAt: Date.now(), tried: false, ...more }, content);

// The bytes that belong to a record, such as a photo.
const aboutFile = (record) => `file of ${aboutOf(record)}`;
export const withFile = async (key, record, bytes) => ({ ...record, file: await sealBytes(key, bytes, aboutFile(record)) });
export const fileOf = (key, record) => openBytes(key, record.file, aboutFile(record));

export const ask = async (path, options = {}) => {
  const answer = await fetch(path, {
    cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(options.patience ?? PATIENCE_MS), ...options,
    headers: { "HX-Request": "true", Accept: "application/json", ...options.headers },
  }).catch(() => {
    throw new Stopped(NO_LINE);
  });
  if (answer.status === 401 || answer.status === 499 || answer.type === "opaqueredirect") throw new Stopped(SIGNED_OUT);
  if (answer.status === 409) throw new Stopped(OTHER_PERSON);
  return answer;
};

const jsonOf = async (answer) => {
  if (!answer.ok && answer.status !== REFUSED_STATUS) throw new Stopped(NO_LINE);
  return answer.json().catch(() => {
    throw new Stopped(NO_LINE); // the line was cut inside of the answer, or it is not the portal's
  });
};

export const read = async (path) => jsonOf(await ask(path));

// Who has signed in, with the token that its calls need.
export const session = () => read("/offline/session");

// Sends one record. The answer is `{ arrived: path }`, `{ refused: [sentences], fields: {} }` or `{ later: true }`.
export const post = async (path, token, body, patience) =>
  jsonOf(await ask(path, {
    method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token }, body: JSON.stringify(body), patience,
  }));

// The same for bytes as they are.
export const postBytes = async (path, token, bytes) =>
  jsonOf(await ask(path, {
    method: "POST", headers: { "Content-Type": "application/octet-stream", "X-CSRF-TOKEN": token }, body: bytes, patience: FILE_PATIENCE_MS,
  }));

// Answers with whether it has to be sent again.
const sendOne = async (key, record, kinds, token) => {
  // kept before it is sent: from now on it may have arrived, and neither changes nor is removed until there is an answer
  await keep({ ...record, tried: true });
  const content = await contentOf(key, record);
  const answer = await kinds[record.kind].send(record, content, token, key);
  const now = (await work(record.id)) ?? record;
  if (answer.later) {
    await keep({ ...now, tried: false });
    return true;
  }
  const state = answer.refused ? REFUSED : SENT;
  const kept = await sealed(key, { ...now, state, tried: false, answeredAt: Date.now() }, { ...content, answer });
  if (state === SENT) delete kept.file; // it has arrived, and the phone needs the room
  await keep(kept);
  if (state === SENT) await kinds[record.kind].arrived?.(key, kept, answer.arrived);
  return false;
};

// Whether what it belongs to, such as the batch of a photo, has not arrived: that goes first.
const waitsForWhole = (record, all) => record.after && all.find((each) => each.id === record.after)?.state !== SENT;

// Whether something that belongs to a record, such as a photo of an inspection, has not arrived: it goes first.
const waitsForParts = (record, all) => all.some((each) => each.part === record.id && each.state !== SENT);

const sendEach = async (key, person, kinds) => {
  const here = await session();
  if (here.person !== person) throw new Stopped(OTHER_PERSON);
  const all = await workOf(person);
  let isLater = false;
  const inOrder = [
    ...all.filter((each) => each.part), ...all.filter((each) => !each.part && !each.after), ...all.filter((each) => each.after),
  ];
  for (const { id } of inOrder) {
    const record = await work(id);
    if (record?.state !== UNSENT || record.schema > SCHEMA || !kinds[record.kind]) continue;
    const kept = await workOf(person);
    if (waitsForParts(record, kept) || waitsForWhole(record, kept)) continue;
    isLater = (await sendOne(key, record, kinds, here.token)) || isLater;
  }
  if (isLater) throw new Stopped(NOT_YET);
};

// Sends all that a person has kept. Answers with null when nothing was left in the way, or why it has stopped.
export const sendAll = (key, person, kinds) =>
  navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return null; // another tab does it
    try {
      await sendEach(key, person, kinds);
      return null;
    } catch (stopped) {
      if (stopped instanceof Stopped) return stopped.reason;
      throw stopped;
    }
  });
